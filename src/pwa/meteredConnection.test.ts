// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { cacheName } from "../shared/cacheNames.ts";
import { isKept } from "./meteredConnection.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ["nothing is kept, be there a service worker or not", [], false],
  ["another folder of the host keeps something", ["https://host.test/notes/"], false],
  ["this app has begun to keep its files", [new URL(".", document.baseURI).href], true],
])("when %s", async (_, scopes, kept) => {
  const names = scopes.map((scope) => cacheName("data", scope));
  vi.stubGlobal("caches", { has: (name: string) => Promise.resolve(names.includes(name)) });
  expect(await isKept()).toBe(kept);
});

it("is nothing where caches are blocked or missing", async () => {
  const blocked = () => Promise.reject(new DOMException("blocked", "SecurityError"));
  vi.stubGlobal("caches", { has: blocked });
  expect(await isKept()).toBe(false);
  vi.unstubAllGlobals();
  expect(await isKept()).toBe(false);
});
