import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { Gallery } from "../../../src/gallery/gallery.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import { exampleMetrics } from "../evaluate/figuresTesting.ts";
import { grouped, percent, range, table } from "./cardText.ts";
import { dataCard } from "./dataCard.ts";
import { modelCard } from "./modelCard.ts";
import { cardsOf } from "./writeCards.ts";

describe("the committed cards", () => {
  it.each(["model-card.md", "data-card.md"])(
    "%s says what the gallery's files say",
    async (name) => {
      const cards = await cardsOf({
        galleryDir: join(PROJECT_ROOT, "public", "gallery"),
        curationFile: join(PROJECT_ROOT, "scripts", "gallery", "curation.csv"),
      });
      expect(await readFile(join(PROJECT_ROOT, "docs", name), "utf8")).toBe(cards.get(name));
    },
  );
});

describe("modelCard", () => {
  const metrics = exampleMetrics(6);

  it("gives every figure as the metrics have it", () => {
    const card = modelCard({ gallery: gallery(), metrics });
    expect(card).toContain(percent(metrics.identification.top1));
    expect(card).toContain(range(metrics.identification.top1Interval));
    expect(card).toContain(percent(metrics.calibration.ece, 2));
    for (const { repeatability } of metrics.strangers!.means)
      expect(card).toContain(percent(repeatability));
    expect(card).toContain("1,200 photos of further people");
  });

  it("does not say that names were evened out where they were not", () => {
    const training = { ...metrics.training, evenedFor: 0 };
    const card = modelCard({ gallery: gallery(), metrics: { ...metrics, training } });
    expect(card).toContain("come up as they may");
    expect(card).not.toContain("further people, who");
  });

  it("says so where something was not measured", () => {
    const bare = { ...metrics, strangers: null, robustness: null, original: null };
    const card = modelCard({ gallery: gallery(), metrics: bare });
    expect(card.match(/Not measured/g)).toHaveLength(3);
  });
});

it("counts decisions by their reason, and leaves out what was kept", () => {
  const row = { folder: "a", reason: "a statue" };
  const card = dataCard({
    gallery: gallery(),
    metrics: exampleMetrics(6),
    decisions: [
      { ...row, file: "1", decision: { kind: "drop" } },
      { ...row, file: "2", decision: { kind: "drop" } },
      { ...row, file: "3", decision: { kind: "keep" }, reason: "looked at: right" },
    ],
  });
  expect(card).toMatch(/\| a statue +\| 2 +\|/);
  expect(card).not.toContain("looked at: right");
});

it("writes numbers for people", () => {
  expect(percent(0.98243)).toBe("98.2 %");
  expect(range({ low: 0.5, high: 0.75 }, 0)).toBe("50 to 75 %");
  expect([7, 1234, 1234567].map(grouped)).toEqual(["7", "1,234", "1,234,567"]);
  expect(table(["a"], [["long cell"]])).toBe("| a |\n| --- |\n| long cell |");
  expect(table(["a"], [["one | cell"]])).toContain("| one \\| cell |");
});

function gallery(): Gallery {
  const people = [
    { id: "a", name: "A", photoCount: 9, sources: ["s"], presentsAs: "woman", field: "screen" },
    { id: "b", name: "B", photoCount: 8, sources: ["s"] },
  ];
  const sources = [{ id: "s", name: "S", url: "", licence: "CC0", note: "made" }];
  return { id: "g", title: "G", people, sources } as unknown as Gallery;
}
