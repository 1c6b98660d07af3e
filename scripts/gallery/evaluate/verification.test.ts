import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createDataset } from "../dataset.ts";
import { candidate, descriptorAt } from "../testing.ts";
import { distanceHistograms, pairFigures, verificationFigures } from "./verification.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "pairs-"));
});
afterEach(() => rm(dir, { recursive: true }));

describe("pairFigures", () => {
  it("tells people apart who lie apart, worked by hand", async () => {
    const dataset = createDataset([
      candidate("a", [descriptorAt(0, 1), descriptorAt(0.3, 1)]),
      candidate("b", [descriptorAt(2, 1), descriptorAt(2.4, 1)]),
    ]);
    const figures = (await pairFigures(dataset, dir))!;
    expect(figures.verification).toEqual({
      eer: 0,
      acceptedAt1e3: 1,
      genuinePairs: 2,
      impostorPairs: 4,
      sampled: false,
    });
    expect(await pairFigures(dataset, dir)).toEqual(figures);
  });

  it("says nothing where there is no pair of one person", async () => {
    const alone = createDataset([
      candidate("a", [descriptorAt(0, 1)]),
      candidate("b", [descriptorAt(2, 1)]),
    ]);
    expect(await pairFigures(alone, dir)).toBeUndefined();
  });
});

it("says that a kind was sampled", () => {
  const kinds = { genuine: Float64Array.of(1), impostor: Float64Array.of(2) };
  const figuresOf = (genuinePairs: number, impostorPairs: number) =>
    verificationFigures({ ...kinds, genuinePairs, impostorPairs }).sampled;
  expect([figuresOf(1, 1), figuresOf(2, 1), figuresOf(1, 2)]).toEqual([false, true, true]);
});

it("counts distances in bins of 0.02, both kinds as far as the farthest", () => {
  const { binWidth, genuine, impostor } = distanceHistograms({
    genuine: Float64Array.of(0, 0.01, 0.03),
    impostor: Float64Array.of(0.05, 0.09),
    genuinePairs: 3,
    impostorPairs: 2,
  });
  expect(binWidth).toBe(0.02);
  expect(genuine).toEqual([2, 1, 0, 0, 0]);
  expect(impostor).toEqual([0, 0, 1, 0, 1]);
});
