import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { strangerStability } from "./strangerStability.ts";

describe("strangerStability", () => {
  it("agrees with a case worked by hand", () => {
    const found = strangerStability([
      { first: ["a", "b", "c", "d", "e"], second: ["a", "c", "b", "x", "y"] },
      { first: ["a", "b", "c", "d", "e"], second: ["b", "a", "c", "d", "e"] },
    ]);
    expect(found).toEqual({ repeatability: 0.5, top5Overlap: (3 / 5 + 1) / 2, topNameShare: 0.75 });
  });

  it("looks at five names only", () => {
    const found = strangerStability([
      { first: [1, 2, 3, 4, 5, 6, 7], second: [8, 9, 10, 11, 12, 1, 2] },
    ]);
    expect(found).toEqual({ repeatability: 0, top5Overlap: 0, topNameShare: 0.5 });
  });

  it("stays in [0, 1]; two equal rankings are perfectly stable", () => {
    const ranking = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(ranking, ranking), { minLength: 1 }), (pairs) => {
        const found = strangerStability(pairs.map(([first, second]) => ({ first, second })));
        for (const score of Object.values(found)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        const same = strangerStability(pairs.map(([first]) => ({ first, second: first })));
        expect(same.repeatability).toBe(1);
        expect(same.top5Overlap).toBeCloseTo(1, 12);
      }),
      { seed: 20240520 },
    );
  });

  it("refuses no strangers, and rankings of four", () => {
    expect(() => strangerStability([])).toThrow("no strangers");
    expect(() => strangerStability([{ first: [1, 2, 3, 4], second: [1, 2, 3, 4, 5] }])).toThrow(
      "fewer than 5",
    );
  });
});
