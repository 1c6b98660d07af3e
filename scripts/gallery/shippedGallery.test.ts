import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";

/** Published names, relied on by the model card and by outside tests. */
const FRACTIONS = {
  identification: ["top1", "top5", "macroF1"],
  identificationUncurated: ["top1"],
  calibration: ["ece"],
  verification: ["eer", "acceptedAt1e3"],
  strangers: ["auroc", "repeatability", "top5Overlap", "topNameShare"],
  original: ["microF1"],
} as const;

it("ships the figures of the model card, each a fraction", async () => {
  const text = await readFile(join(PROJECT_ROOT, "public/gallery/metrics.json"), "utf8");
  const metrics = JSON.parse(text) as Record<string, Record<string, number>>;
  for (const [group, names] of Object.entries(FRACTIONS))
    for (const name of names) {
      const value = metrics[group]?.[name];
      expect(value, `${group}.${name}`).toBeGreaterThanOrEqual(0);
      expect(value, `${group}.${name}`).toBeLessThanOrEqual(1);
    }
});

it("keeps what was reached: a gallery that is worse needs a reason first", async () => {
  const text = await readFile(join(PROJECT_ROOT, "public/gallery/metrics.json"), "utf8");
  const metrics = JSON.parse(text) as Record<string, Record<string, number>>;
  expect(metrics["identification74"]?.["top1"]).toBeGreaterThanOrEqual(0.96);
  expect(metrics["identification"]?.["top1"]).toBeGreaterThanOrEqual(0.99);
  // 0.975 for 98.1 %, until stability cost some and left 97.3 %: docs/stability.md.
  expect(metrics["identificationUncurated"]?.["top1"]).toBeGreaterThanOrEqual(0.97);
  expect(metrics["calibration"]?.["ece"]).toBeLessThanOrEqual(0.02);
  expect(metrics["strangers"]?.["auroc"]).toBeGreaterThanOrEqual(0.95);
  // Above nearest mean (36 %) at a share no larger than that of plain regression (2.5 %).
  expect(metrics["strangers"]?.["repeatability"]).toBeGreaterThan(0.36);
  expect(metrics["strangers"]?.["top5Overlap"]).toBeGreaterThan(0.53);
  expect(metrics["strangers"]?.["topNameShare"]).toBeLessThanOrEqual(0.025);
});

it("holds nobody with fewer than eight good photos, and says of everybody where the photos came from", async () => {
  const text = await readFile(join(PROJECT_ROOT, "public/gallery/gallery.json"), "utf8");
  const { people } = JSON.parse(text) as {
    readonly people: readonly { photoCount: number; sources: string[]; names: { ru?: string } }[];
  };
  expect(Math.min(...people.map(({ photoCount }) => photoCount))).toBeGreaterThanOrEqual(8);
  expect(people.filter(({ sources, names }) => sources.length === 0 || !names.ru)).toEqual([]);
});
