/** The morph without WebGL: every triangle of both faces is drawn through a clip. */
import { PORTRAIT } from "../../face/portraitFrame.ts";
import type { Point } from "../../face/geometry.ts";
import type { LoadedMorph } from "./loadMorph.ts";
import type { AnyCanvas, MorphDrawing } from "./morphDrawing.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Triangles overlap by this much, else their smoothed edges let the ground through. px of the canvas, by eye */
const OVERLAP_PX = 1.5;

/** Undefined without a 2D context. */
export function openCanvasMorph(canvas: AnyCanvas, morph: LoadedMorph): MorphDrawing | undefined {
  const context = (canvas as HTMLCanvasElement).getContext("2d", { alpha: false });
  const layer = new OffscreenCanvas(canvas.width, canvas.height);
  const layerContext = layer.getContext("2d", { alpha: false });
  if (!context || !layerContext) return undefined;

  const { mesh } = morph;
  const scale = canvas.width / PORTRAIT.width;
  const first = flat(mesh.first, scale);
  const second = flat(mesh.second, scale);
  const place = new Float32Array(first.length);
  return {
    draw: (share) => {
      for (let i = 0; i < place.length; i++)
        place[i] = first[i]! + (second[i]! - first[i]!) * share;
      drawBent(context, morph.first, first, place, mesh.triangles);
      drawBent(layerContext, morph.second, second, place, mesh.triangles);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = share;
      context.drawImage(layer, 0, 0);
      context.globalAlpha = 1;
    },
    close: () => {
      layer.width = 0;
    },
  };
}

/** x and y in turns, px of the canvas. */
function flat(points: readonly Point[], scale: number): Float32Array {
  return Float32Array.from(points.flatMap(({ x, y }) => [x * scale, y * scale]));
}

/** Draws `picture` so that its points `from` come to lie at `to`. */
function drawBent(
  context: Context,
  picture: ImageBitmap,
  from: Float32Array,
  to: Float32Array,
  triangles: Uint32Array,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  // What shows through where two smoothed edges meet is then nearly of the same colour.
  context.drawImage(picture, 0, 0, width, height);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [2 * triangles[t]!, 2 * triangles[t + 1]!, 2 * triangles[t + 2]!];
    context.save();
    clipTriangle(context, to, a, b, c);
    if (moveTriangle(context, from, to, a, b, c)) context.drawImage(picture, 0, 0, width, height);
    context.restore();
  }
}

function clipTriangle(context: Context, to: Float32Array, a: number, b: number, c: number): void {
  const x = (to[a]! + to[b]! + to[c]!) / 3;
  const y = (to[a + 1]! + to[b + 1]! + to[c + 1]!) / 3;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  for (const corner of [a, b, c]) {
    const [dx, dy] = [to[corner]! - x, to[corner + 1]! - y];
    const grown = 1 + OVERLAP_PX / Math.max(Math.hypot(dx, dy), 1e-6);
    context.lineTo(x + dx * grown, y + dy * grown);
  }
  context.clip();
}

/** Sets the affine transform of a triangle; false where the source has no area. */
function moveTriangle(
  context: Context,
  from: Float32Array,
  to: Float32Array,
  a: number,
  b: number,
  c: number,
): boolean {
  const [ux, uy] = [from[b]! - from[a]!, from[b + 1]! - from[a + 1]!];
  const [vx, vy] = [from[c]! - from[a]!, from[c + 1]! - from[a + 1]!];
  const area = ux * vy - uy * vx;
  if (Math.abs(area) < 1e-3) return false;
  const [px, py] = [to[b]! - to[a]!, to[b + 1]! - to[a + 1]!];
  const [qx, qy] = [to[c]! - to[a]!, to[c + 1]! - to[a + 1]!];
  const xx = (px * vy - qx * uy) / area;
  const xy = (qx * ux - px * vx) / area;
  const yx = (py * vy - qy * uy) / area;
  const yy = (qy * ux - py * vx) / area;
  const tx = to[a]! - xx * from[a]! - xy * from[a + 1]!;
  const ty = to[a + 1]! - yx * from[a]! - yy * from[a + 1]!;
  context.setTransform(xx, yx, xy, yy, tx, ty);
  return true;
}
