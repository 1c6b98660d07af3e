import { expect, it } from "vitest";

import { ADDED_HEADERS, EVERY_RESPONSE, headersFor, META_POLICY } from "./headers.ts";

it("lets files with a hash in their name be kept, and nothing else, in any folder", () => {
  const cacheControl = (path: string) => headersFor(path)["Cache-Control"];
  for (const path of ["/assets/index-S9XrBm3x.js", "/starlike/assets/libheif-nX98dN_7.wasm"])
    expect(cacheControl(path), path).toBe("public, max-age=31536000, immutable");
  for (const path of ["/", "/starlike/", "/sw.js", "/gallery/gallery.json", "/models/a.bin"])
    expect(cacheControl(path), path).toBe("no-cache");
});

it("allows WebAssembly, and neither eval nor anything of another origin", () => {
  const policy = EVERY_RESPONSE["Content-Security-Policy"];
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toMatch(/'unsafe-(eval|inline)'|https?:|\*/);
});

it("says in the page's own policy all that a page can say", () => {
  expect(`${META_POLICY}; frame-ancestors 'none'`).toBe(EVERY_RESPONSE["Content-Security-Policy"]);
});

it("keeps the camera for the page itself", () => {
  expect(EVERY_RESPONSE["Permissions-Policy"]).toMatch(/^camera=\(self\), microphone=\(\)/);
});

it("lets the service worker add what protects, and nothing that isolates", () => {
  expect(Object.keys(ADDED_HEADERS)).toEqual([
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
  ]);
});
