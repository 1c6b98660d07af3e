/** Fills what few photos show from what lies around it. */

/** Colours with how far each is to be believed. */
interface Level {
  readonly width: number;
  readonly height: number;
  /** Shape [height, width, 3]. */
  readonly colours: Float32Array;
  /** Shape [height, width], in [0, 1]. */
  readonly belief: Float32Array;
}

/**
 * Keeps pixels of full belief, and lets the others take the colour of ever
 * larger surroundings, smoothly.
 *
 * @returns shape [height, width, 3]
 *
 * Source: the pull-push algorithm of Gortler et al., The Lumigraph (1996).
 */
export function fillGaps(level: Level): Float32Array {
  if (level.width <= 2 || level.height <= 2) return flatMean(level);
  const coarse = pulled(level);
  const around = fillGaps(coarse);
  const result = new Float32Array(level.colours.length);
  for (let y = 0; y < level.height; y++)
    for (let x = 0; x < level.width; x++) {
      const at = y * level.width + x;
      const belief = level.belief[at]!;
      for (let c = 0; c < 3; c++) {
        const outer = belief < 1 ? bilinear(around, coarse, (x - 0.5) / 2, (y - 0.5) / 2, c) : 0;
        result[at * 3 + c] = belief * level.colours[at * 3 + c]! + (1 - belief) * outer;
      }
    }
  return result;
}

function pulled({ width, height, colours, belief }: Level): Level {
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const next = {
    width: w,
    height: h,
    colours: new Float32Array(w * h * 3),
    belief: new Float32Array(w * h),
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const to = (y >> 1) * w + (x >> 1);
      next.belief[to]! += belief[from]!;
      for (let c = 0; c < 3; c++)
        next.colours[to * 3 + c]! += belief[from]! * colours[from * 3 + c]!;
    }
  for (let i = 0; i < next.belief.length; i++) {
    const sum = next.belief[i]!;
    for (let c = 0; c < 3; c++) next.colours[i * 3 + c]! /= Math.max(sum, 1e-6);
    next.belief[i] = Math.min(1, sum);
  }
  return next;
}

function flatMean({ colours, belief }: Level): Float32Array {
  const mean = [0, 0, 0];
  const total = Math.max(
    1e-6,
    belief.reduce((sum, b) => sum + b, 0),
  );
  for (let i = 0; i < belief.length; i++)
    for (let c = 0; c < 3; c++) mean[c]! += (belief[i]! / total) * colours[i * 3 + c]!;
  return colours.map((_, i) => mean[i % 3]!);
}

function bilinear(
  colours: Float32Array,
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
  c: number,
): number {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, height - 1)];
  const at = (px: number, py: number) => colours[(py * width + px) * 3 + c]!;
  const above = at(x0, y0) * (1 - cx + x0) + at(x1, y0) * (cx - x0);
  const below = at(x0, y1) * (1 - cx + x0) + at(x1, y1) * (cx - x0);
  return above * (1 - cy + y0) + below * (cy - y0);
}
