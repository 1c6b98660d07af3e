import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import {
  groupedFigures,
  originalFigures,
  ownSplitFigures,
  pictureGroups,
  type Embedding,
} from "./originalFigures.ts";

/** Too large for the repository: beside it, or where STARLIKE_REFERENCE says. */
const REFERENCE = process.env["STARLIKE_REFERENCE"] ?? join(PROJECT_ROOT, "../shared/reference");
const hasReference = existsSync(join(REFERENCE, "original-embeddings.csv"));
if (!hasReference) console.info(`Skipped: the original's figures, for want of ${REFERENCE}`);

describe("pictureGroups", () => {
  it("joins rows that are each other's nearest, however far, and near ones", () => {
    // Person 0: 0 and 0.1 (twins), 0.3 near to one of them, 5 and 9 only each other's nearest.
    const rows = [row(0, 0), row(0.1, 0), row(0.3, 0), row(5, 0), row(9, 0)];
    expect(pictureGroups(rows)).toEqual([0, 0, 0, 3, 3]);
  });

  it("leaves alone a row whose nearest has a nearer one", () => {
    expect(pictureGroups([row(0, 0), row(1, 0), row(1.5, 0)])).toEqual([0, 1, 1]);
  });

  it("never joins two people", () => {
    expect(pictureGroups([row(0, 0), row(0, 1), row(1, 1)])).toEqual([0, 1, 1]);
  });
});

describe("the original's figures", () => {
  it("are better where twins stand on both sides than where they are kept together", () => {
    // Every picture lies anywhere, its twin beside it: only a twin gives a person away.
    const random = seededRandom(5);
    const rows = Array.from({ length: 60 }, (_, i) => {
      const place = Array.from({ length: 40 }, () => random() * 2);
      const target = i % 3;
      const twin = place.map((x) => x + 0.001);
      return [
        { values: place, target, isTest: false },
        { values: twin, target, isTest: true },
      ];
    }).flat();
    expect(ownSplitFigures(rows).microF1).toBeGreaterThan(0.9);
    expect(groupedFigures(rows).microF1).toBeLessThan(0.7);
  });

  it.skipIf(!hasReference)(
    "are the published ones under its split, and lower when grouped",
    { timeout: 240_000 },
    async () => {
      const { ownSplit, grouped } = await originalFigures(REFERENCE);
      expect(ownSplit.microF1).toBeCloseTo(0.9676, 4);
      expect(ownSplit.mse).toBeCloseTo(20.097, 3);
      expect(grouped.microF1).toBeLessThan(ownSplit.microF1);
      expect(grouped.microF1).toBeGreaterThan(0.9);
    },
  );
});

function row(place: number, target: number): Embedding {
  return { values: [place, 0], target, isTest: false };
}
