import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { minimise, type Objective } from "./lbfgs.ts";
import { searchLine } from "./lineSearch.ts";

const OPTIONS = { gradientTolerance: 1e-9, maxIterations: 1000 };

describe("minimise", () => {
  it("finds the end of Rosenbrock's curved valley", () => {
    const found = minimise(rosenbrock, Float64Array.of(-1.2, 1), OPTIONS);
    expect(found.ended).toBe("converged");
    expect(found.point[0]).toBeCloseTo(1, 8);
    expect(found.point[1]).toBeCloseTo(1, 8);
    expect(found.iterations).toBeLessThan(100);
  });

  it("needs one step where the preconditioner is the inverse Hessian", () => {
    const scales = [1, 1e3, 1e6];
    const found = minimise(bowl(scales, [1, 2, 3]), new Float64Array(3), {
      ...OPTIONS,
      precondition: (vector) => {
        for (const [i, scale] of scales.entries()) vector[i]! /= scale;
      },
    });
    expect(found).toMatchObject({ ended: "converged", iterations: 1 });
  });

  it("finds the bottom of any bowl", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
            bottom: fc.double({ min: -10, max: 10, noNaN: true }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (axes) => {
          const bottoms = axes.map(({ bottom }) => bottom);
          const objective = bowl(
            axes.map(({ scale }) => scale),
            bottoms,
          );
          const found = minimise(objective, new Float64Array(axes.length), {
            ...OPTIONS,
            gradientTolerance: 1e-7,
          });
          expect(found.ended).toBe("converged");
          for (const [i, bottom] of bottoms.entries())
            expect(found.point[i]).toBeCloseTo(bottom, 4);
        },
      ),
      { seed: 20240508 },
    );
  });

  it("leaves the start alone and gives the same result again", () => {
    const start = Float64Array.of(-1.2, 1);
    const [first, again] = [
      minimise(rosenbrock, start, OPTIONS),
      minimise(rosenbrock, start, OPTIONS),
    ];
    expect([...start]).toEqual([-1.2, 1]);
    expect(first).toEqual(again);
  });

  it("says so when it stops early or can go no further", () => {
    const start = Float64Array.of(-1.2, 1);
    expect(minimise(rosenbrock, start, { ...OPTIONS, maxIterations: 2 }).ended).toBe(
      "maxIterations",
    );
    const lyingSlope: Objective = (point, gradient) => {
      gradient[0] = -1;
      return point[0]!;
    };
    expect(minimise(lyingSlope, new Float64Array(1), OPTIONS).ended).toBe("noProgress");
  });
});

describe("searchLine", () => {
  it.each([1e-6, 1, 1e6])("meets the strong Wolfe conditions from a first step of %d", (first) => {
    // (x − 3)⁴ from x = 0: slope −108, value 81.
    const quartic: Objective = (point, gradient) => {
      gradient[0] = 4 * (point[0]! - 3) ** 3;
      return (point[0]! - 3) ** 4;
    };
    const origin = {
      step: 0,
      value: 81,
      slope: -108,
      point: new Float64Array(1),
      gradient: Float64Array.of(-108),
    };
    const { accepted } = searchLine(quartic, origin, Float64Array.of(1), first);
    expect(accepted?.value).toBeLessThanOrEqual(81 - 1e-4 * 108 * (accepted?.step ?? 0));
    expect(Math.abs(accepted?.slope ?? Infinity)).toBeLessThanOrEqual(0.9 * 108);
  });

  it("refuses to search uphill", () => {
    const point = Float64Array.of(1);
    const origin = { step: 0, value: 1, slope: 2, point, gradient: Float64Array.of(2) };
    expect(searchLine(bowl([2], [0]), origin, point, 1)).toEqual({
      accepted: undefined,
      evaluations: 0,
    });
  });
});

function rosenbrock(point: Float64Array, gradient: Float64Array): number {
  const [x, y] = [point[0]!, point[1]!];
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
}

/** Σ ½ · scale · (x − bottom)². */
function bowl(scales: readonly number[], bottoms: readonly number[]): Objective {
  return (point, gradient) => {
    let value = 0;
    for (const [i, scale] of scales.entries()) {
      const offset = point[i]! - bottoms[i]!;
      gradient[i] = scale * offset;
      value += (scale * offset * offset) / 2;
    }
    return value;
  };
}
