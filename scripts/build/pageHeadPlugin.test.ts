import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";
import { META_POLICY } from "./hosting/headers.ts";
import { completeHead } from "./pageHeadPlugin.ts";

const page = await readFile(join(PROJECT_ROOT, "index.html"), "utf8");

it("puts the policy above whatever loads, and leaves the charset within the first 1024 bytes", () => {
  const html = completeHead(page, undefined);
  const policy = html.indexOf(META_POLICY);
  expect(policy).toBeGreaterThan(0);
  expect(policy).toBeLessThan(html.search(/<(link|script)/));
  expect(html.indexOf("charset")).toBeLessThan(1024);
});

it("writes whole addresses where the site's own is known", () => {
  const html = completeHead(page, "https://example.org/starlike/");
  expect(html).toContain('"og:image" content="https://example.org/starlike/social.png"');
  expect(html).toContain('<link rel="canonical" href="https://example.org/starlike/" />');
  expect(completeHead(page, undefined)).not.toContain("canonical");
});

it.each(["example.org", "ftp://example.org/", "https://example.org/starlike"])(
  "refuses %s for the site's address",
  (address) => {
    expect(() => completeHead(page, address)).toThrow("SITE_URL");
  },
);

it("says so when the page has changed under it", () => {
  expect(() => completeHead("<head></head>", undefined)).toThrow("charset");
  const untitled = page.replace("</title>", "");
  expect(() => completeHead(untitled, "https://example.org/starlike/")).toThrow("</title>");
});
