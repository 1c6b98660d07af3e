import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";

import { writeReviewReport, type Review } from "./reviewReport.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "review-"));
});
afterEach(() => rm(dir, { recursive: true }));

it("carries small copies of the photos, and does without those it cannot decode", async () => {
  const text = await written();
  const sources = [...text.matchAll(/src="data:image\/webp;base64,([^"]+)"/g)];
  expect(sources).toHaveLength(2);
  const { format, width, height } = await sharp(Buffer.from(sources[0]![1]!, "base64")).metadata();
  expect([format, width, height]).toEqual(["webp", 112, 56]);
  expect(text).toContain("cannot be shown");
});

it("writes the same bytes for the same photos", async () => {
  expect(await written()).toBe(await written());
});

it("lets a browser run the page's own script and style, and no others", async () => {
  const text = await written();
  for (const element of ["script", "style"]) {
    const code = new RegExp(`<${element}>([^]*?)</${element}>`).exec(text)![1]!;
    const hash = createHash("sha256").update(code).digest("base64");
    expect(text).toContain(`${element}-src &#39;sha256-${hash}&#39;`);
  }
});

async function written(): Promise<string> {
  const good = { name: "ann/a.png", path: join(dir, "a.png") };
  const bad = { name: "ann/b.png", path: join(dir, "b.png") };
  const background = { r: 200, g: 100, b: 50 };
  await sharp({ create: { width: 400, height: 200, channels: 3, background } }).toFile(good.path);
  await writeFile(bad.path, "no image");
  const ann = { id: "ann", name: "Ann" };
  const review: Review = {
    title: "Review",
    items: [{ photo: good, person: ann, suspicion: 1, reasons: [], scores: {}, topNames: [] }],
    duplicates: [],
    unusable: [{ photo: bad, person: ann, reason: "notAnImage" }],
    people: [ann],
    typical: new Map([["ann", [good]]]),
  };
  const path = join(dir, "review.html");
  await writeReviewReport(path, review);
  return readFile(path, "utf8");
}
