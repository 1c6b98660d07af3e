// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { cacheName } from "../shared/cacheNames.ts";
import { deleteBrowserData, readBrowserData } from "./browserData.ts";

const SCOPE = "https://host.test/starlike/";
const OURS = cacheName("shell", SCOPE);
const DATA = cacheName("data", SCOPE);
const FILE_BYTES = 10;
const NONE = { count: 0, bytes: 0 };
const NEIGHBOURS = "workbox-precache-v2-https://host.test/starlike/notes/";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

it("counts what is this app's, and nothing of its neighbours", async () => {
  stubBrowser({ [OURS]: 3, [DATA]: 2, [NEIGHBOURS]: 5 });
  localStorage.setItem("starlike.settings", "{}");
  sessionStorage.setItem("starlike.once", "1");
  localStorage.setItem("notes.text", "not ours");
  expect(await readBrowserData(SCOPE)).toEqual({
    entryCount: 2,
    appFiles: { count: 3, bytes: 3 * FILE_BYTES },
    dataFiles: { count: 2, bytes: 2 * FILE_BYTES },
    usageBytes: 1234,
    isPersistent: false,
  });
});

it("reads no file whose size is written on it", async () => {
  stubBrowser({});
  const response = new Response("read", { headers: { "content-length": "7000000" } });
  const blob = vi.spyOn(response, "blob");
  const cache = { matchAll: () => Promise.resolve([response]) };
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([DATA]),
    open: () => Promise.resolve(cache),
  });
  expect((await readBrowserData(SCOPE)).dataFiles).toEqual({ count: 1, bytes: 7_000_000 });
  expect(blob).not.toHaveBeenCalled();
});

it("deletes what is this app's, and leaves the service worker", async () => {
  const { steps } = stubBrowser({ [OURS]: 3, [NEIGHBOURS]: 5 });
  localStorage.setItem("starlike.settings", "{}");
  localStorage.setItem("starlike.language", "ru");
  localStorage.setItem("notes.text", "not ours");
  await deleteBrowserData(SCOPE);
  expect(steps).toEqual([`delete ${OURS}`]);
  expect(Object.keys(localStorage)).toEqual(["notes.text"]);
  expect(await readBrowserData(SCOPE)).toMatchObject({ entryCount: 0, appFiles: NONE });
});

it("ends an installation before it deletes the files that this would go on keeping", async () => {
  const { steps } = stubBrowser({ [OURS]: 3 }, { installing: true });
  await deleteBrowserData(SCOPE);
  expect(steps).toEqual(["unregister", `delete ${OURS}`]);
});

it("leaves the installation of the folder above alone", async () => {
  const { steps } = stubBrowser({}, { scope: "https://host.test/", installing: true });
  await deleteBrowserData(SCOPE);
  expect(steps).toEqual([]);
});

it("finds nothing where the browser has no caches and blocks the rest", async () => {
  vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  vi.stubGlobal("navigator", {});
  expect(await readBrowserData(SCOPE)).toEqual({
    entryCount: 0,
    appFiles: NONE,
    dataFiles: NONE,
    usageBytes: undefined,
    isPersistent: undefined,
  });
  await expect(deleteBrowserData(SCOPE)).resolves.toBeUndefined();
});

function stubBrowser(
  filesByCache: Record<string, number>,
  { scope = SCOPE, installing = false } = {},
) {
  const files = new Map(Object.entries(filesByCache));
  const steps: string[] = [];
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...files.keys()]),
    open: (name: string) =>
      Promise.resolve({
        matchAll: () =>
          Promise.resolve(
            Array.from(
              { length: files.get(name) ?? 0 },
              () => new Response(new Uint8Array(FILE_BYTES)),
            ),
          ),
      }),
    delete: (name: string) => {
      steps.push(`delete ${name}`);
      return Promise.resolve(files.delete(name));
    },
  });
  const unregister = () => {
    steps.push("unregister");
    return Promise.resolve(true);
  };
  vi.stubGlobal("navigator", {
    serviceWorker: {
      getRegistration: () =>
        Promise.resolve({ scope, unregister, installing: installing ? {} : null }),
    },
    storage: {
      estimate: () => Promise.resolve({ usage: 1234 }),
      persisted: () => Promise.resolve(false),
    },
  });
  return { steps };
}
