import { describe, expect, it } from "vitest";

import { gramPreconditioner } from "./gramPreconditioner.ts";
import { labelledSamples } from "./labelledSamples.ts";

describe("gramPreconditioner", () => {
  it("agrees with a case worked by hand", () => {
    // C · 0.2 / 2 classes = 1, one sample x = 2: the block [[4 + 1, 2], [2, 1]], of determinant 1.
    const precondition = gramPreconditioner(labelledSamples([[2]], [0], 2), 10);
    const vector = Float64Array.of(1, 0, 0, 1);
    precondition(vector);
    for (const [i, expected] of [1, -2, -2, 5].entries()) expect(vector[i]).toBeCloseTo(expected);
  });

  it("lets a sample of weight 2 count like two samples", () => {
    const once = labelledSamples(
      [
        [2, 1],
        [0, 3],
      ],
      [0, 1],
      2,
    );
    const twice = labelledSamples(
      [
        [2, 1],
        [0, 3],
        [0, 3],
      ],
      [0, 1, 1],
      2,
    );
    const [weighted, repeated] = [
      Float64Array.of(1, 2, 3, 4, 5, 6),
      Float64Array.of(1, 2, 3, 4, 5, 6),
    ];
    gramPreconditioner({ ...once, sampleWeights: Float64Array.of(1, 2) }, 5)(weighted);
    gramPreconditioner(twice, 5)(repeated);
    for (const [i, part] of weighted.entries()) expect(part).toBeCloseTo(repeated[i]!, 12);
  });
});
