import { type LinePoint, searchLine } from "./lineSearch.ts";

/** Value at `point`; writes the gradient there into `gradient` (same length). Deterministic. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Converged once no part of the gradient is larger than this in absolute value. */
  readonly gradientTolerance: number;
  readonly maxIterations: number;
  /**
   * Multiplies a vector in place by a fixed symmetric positive definite guess
   * at the inverse Hessian. Absent: the identity.
   */
  readonly precondition?: (vector: Float64Array) => void;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** Largest absolute part of the gradient at `point`. */
  readonly gradientMax: number;
  readonly iterations: number;
  /** Calls of the objective. */
  readonly evaluations: number;
  /** `noProgress`: no step along the direction lowers the value any more, as at the limit of rounding. */
  readonly ended: "converged" | "maxIterations" | "noProgress";
}

/** Pairs remembered; as in scikit-learn and SciPy. */
const MEMORY = 10;

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** 1 / (step · change); > 0. */
  readonly rho: number;
}

/**
 * Minimises a smooth function by L-BFGS: two-loop recursion, strong-Wolfe line search.
 *
 * Source: Nocedal & Wright, Numerical Optimization (2006), algorithms 7.4 and 7.5.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options: MinimiseOptions,
): Minimum {
  let point: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(start.length);
  let value = objective(point, gradient);
  let evaluations = 1;
  let pairs: readonly Pair[] = [];
  const result = (iterations: number, ended: Minimum["ended"]): Minimum => {
    return { point, value, gradientMax: largestPart(gradient), iterations, evaluations, ended };
  };

  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (largestPart(gradient) <= options.gradientTolerance) return result(iteration, "converged");

    const direction = descentDirection(gradient, pairs, options.precondition);
    const firstStep =
      pairs.length > 0 || options.precondition
        ? 1
        : Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)));
    const origin: LinePoint = { step: 0, value, slope: dot(gradient, direction), point, gradient };
    const found = searchLine(objective, origin, direction, firstStep);
    evaluations += found.evaluations;
    if (found.accepted === undefined) {
      if (pairs.length === 0) return result(iteration, "noProgress");
      pairs = [];
      continue;
    }
    pairs = remember(pairs, found.accepted, origin);
    ({ point, gradient, value } = found.accepted);
  }
  const converged = largestPart(gradient) <= options.gradientTolerance;
  return result(options.maxIterations, converged ? "converged" : "maxIterations");
}

/** −H·gradient by the two-loop recursion, H the inverse Hessian that the pairs imply. */
function descentDirection(
  gradient: Float64Array,
  pairs: readonly Pair[],
  precondition: MinimiseOptions["precondition"],
): Float64Array {
  const direction = gradient.slice();
  scale(direction, -1);
  const alphas = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { step, change, rho } = pairs[i]!;
    alphas[i] = rho * dot(step, direction);
    addScaled(direction, change, -alphas[i]!);
  }
  precondition?.(direction);
  const newest = pairs.at(-1);
  if (newest !== undefined) scale(direction, curvatureScale(newest, precondition));
  for (const [i, { step, change, rho }] of pairs.entries())
    addScaled(direction, step, alphas[i]! - rho * dot(change, direction));
  return direction;
}

/** How much larger the inverse Hessian along the newest pair is than the fixed guess says. */
function curvatureScale(newest: Pair, precondition: MinimiseOptions["precondition"]): number {
  const guessed = newest.change.slice();
  precondition?.(guessed);
  return 1 / (newest.rho * dot(newest.change, guessed));
}

function remember(pairs: readonly Pair[], to: LinePoint, from: LinePoint): readonly Pair[] {
  const step = to.point.slice();
  addScaled(step, from.point, -1);
  const change = to.gradient.slice();
  addScaled(change, from.gradient, -1);
  const product = dot(step, change);
  // Rounding can cost the positive curvature that the Wolfe conditions promise.
  if (!(product > 0)) return pairs;
  return [...pairs.slice(1 - MEMORY), { step, change, rho: 1 / product }];
}

function largestPart(vector: Float64Array): number {
  let largest = 0;
  for (const part of vector) largest = Math.max(largest, Math.abs(part));
  return largest;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(out: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < out.length; i++) out[i]! += factor * vector[i]!;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
