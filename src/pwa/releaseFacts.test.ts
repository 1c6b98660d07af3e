// @vitest-environment jsdom
import { expect, it } from "vitest";

import { readOfflineBytes, readRelease } from "./releaseFacts.ts";

const PAGE = `<meta name="offline-bytes" content="14000000" />
  <meta name="version" content="0.1.0" /><meta name="build" content="0a1b2c3d" />`;

it("reads what the build has written into the start page", () => {
  const page = new DOMParser().parseFromString(PAGE, "text/html");
  expect(readRelease(page)).toEqual({ version: "0.1.0", build: "0a1b2c3d" });
  expect(readOfflineBytes(page)).toBe(14_000_000);
});

it("knows nothing on the development server", () => {
  const page = new DOMParser().parseFromString("", "text/html");
  expect(readRelease(page)).toBeUndefined();
  expect(readOfflineBytes(page)).toBe(0);
});
