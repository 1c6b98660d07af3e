// The documents name tests as evidence: `path`: title. A test that was renamed must not stay evidence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";

const NAMED = /`((?:src|e2e|scripts)\/[\w./-]+\.(?:spec|test)\.tsx?)`: ([^|;\n]+?) *(?=[|;])/g;

it.each([
  ["SECURITY.md", 20],
  ["docs/robustness.md", 20],
])("%s names tests that exist, %i at least", (document, atLeast) => {
  const named = [...read(document).matchAll(NAMED)];
  expect(named.length).toBeGreaterThanOrEqual(atLeast);
  const missing = named.filter(([, file, title]) => !read(file!).includes(title!));
  expect(missing.map(([all]) => all)).toEqual([]);
});

function read(name: string): string {
  return readFileSync(join(PROJECT_ROOT, name), "utf8");
}
