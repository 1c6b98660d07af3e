import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";
import { describeUpload } from "./uploadPlugin.ts";

it("says what to upload and how much it is", () => {
  expect(describeUpload("dist", 254, 18_349_000)).toContain("dist/ (254 files, 18.3 MB)");
});

it.each(["the build's last words", "docs/hosting.md"])(
  "names only files that are there: %s",
  (text) => {
    const named = textOf(text).match(/(?<![\w/])(hosting|docs|scripts)\/[\w./-]+\w/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([]);
  },
);

function textOf(name: string): string {
  if (name === "docs/hosting.md") return readFileSync(join(PROJECT_ROOT, name), "utf8");
  return describeUpload("dist", 1, 1);
}
