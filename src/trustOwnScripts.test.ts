// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { ownAddress, trustOwnScripts } from "./trustOwnScripts.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("lets addresses of this site through as they are", () => {
  for (const address of ["./assets/faceWorker.js", `${location.origin}/starlike/sw.js`])
    expect(ownAddress(address)).toBe(address);
});

it.each([
  "https://example.org/a.js",
  "//example.org/a.js",
  "data:text/javascript,1",
  "blob:null/1",
])("refuses %s", (address) => {
  expect(() => ownAddress(address)).toThrow(TypeError);
});

it("makes that the rule where the browser has trusted types, and does without elsewhere", () => {
  vi.stubGlobal("trustedTypes", undefined);
  trustOwnScripts();

  const createPolicy = vi.fn();
  vi.stubGlobal("trustedTypes", { createPolicy });
  trustOwnScripts();
  expect(createPolicy).toHaveBeenCalledExactlyOnceWith("default", { createScriptURL: ownAddress });
});
