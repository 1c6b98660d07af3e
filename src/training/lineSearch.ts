import type { Objective } from "./lbfgs.ts";

/** The objective at `origin + step · direction`. */
export interface LinePoint {
  readonly step: number;
  readonly value: number;
  /** Derivative along the direction. */
  readonly slope: number;
  readonly point: Float64Array;
  readonly gradient: Float64Array;
}

export interface LineSearchResult {
  /** Absent where no step was found to satisfy the conditions. */
  readonly accepted: LinePoint | undefined;
  /** Calls of the objective. */
  readonly evaluations: number;
}

/** Nocedal & Wright's values for quasi-Newton directions. */
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const MAX_EVALUATIONS = 30;
/**
 * Relative error allowed in the objective's values. Near the minimum true
 * differences drown in rounding: there only the slopes can still be believed.
 * A sum of some thousand rounded terms is good to about 1e-13.
 */
const ROUNDING = 1e-13;

/**
 * Finds a step that satisfies the strong Wolfe conditions.
 *
 * Source: Nocedal & Wright, Numerical Optimization (2006), algorithms 3.5 and
 * 3.6; the slack for rounding after Hager & Zhang (2005).
 */
export function searchLine(
  objective: Objective,
  origin: LinePoint,
  direction: Float64Array,
  firstStep: number,
): LineSearchResult {
  if (!(origin.slope < 0)) return { accepted: undefined, evaluations: 0 };
  const slack = ROUNDING * Math.abs(origin.value);
  const isTooHigh = (at: LinePoint, low: LinePoint) =>
    !(at.value <= origin.value + SUFFICIENT_DECREASE * at.step * origin.slope + slack) ||
    at.value > low.value + slack;
  const isFlat = (at: LinePoint) => Math.abs(at.slope) <= CURVATURE * -origin.slope;

  let evaluations = 0;
  let low = origin;
  let high: LinePoint | undefined;
  while (evaluations < MAX_EVALUATIONS) {
    const step = high ? stepBetween(low, high) : low.step === 0 ? firstStep : 2 * low.step;
    const at = evaluate(objective, origin, direction, step);
    evaluations++;
    if (isTooHigh(at, low)) high = at;
    else if (isFlat(at)) return { accepted: at, evaluations };
    else {
      // The minimum lies on the side of `at` towards which the value falls.
      const towards = high ? high.step - low.step : 1;
      if (at.slope * towards >= 0) high = low;
      low = at;
    }
  }
  return { accepted: undefined, evaluations };
}

function evaluate(
  objective: Objective,
  origin: LinePoint,
  direction: Float64Array,
  step: number,
): LinePoint {
  const point = origin.point.slice();
  for (let i = 0; i < point.length; i++) point[i]! += step * direction[i]!;
  const gradient = new Float64Array(point.length);
  const value = objective(point, gradient);
  let slope = 0;
  for (let i = 0; i < gradient.length; i++) slope += gradient[i]! * direction[i]!;
  return { step, value, slope, point, gradient };
}

/** Minimiser of the cubic through both ends, kept a tenth of the way off each of them. */
function stepBetween(low: LinePoint, high: LinePoint): number {
  const width = high.step - low.step;
  const d1 = low.slope + high.slope - (3 * (high.value - low.value)) / width;
  const d2 = Math.sign(width) * Math.sqrt(d1 * d1 - low.slope * high.slope);
  const cubic = high.step - (width * (high.slope + d2 - d1)) / (high.slope - low.slope + 2 * d2);
  const share = (cubic - low.step) / width;
  // An overflowed end or a cubic without a minimum gives NaN: halve instead.
  if (!Number.isFinite(share)) return low.step + width / 2;
  return low.step + width * Math.min(0.9, Math.max(0.1, share));
}
