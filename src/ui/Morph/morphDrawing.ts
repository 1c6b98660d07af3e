import { PORTRAIT } from "../../face/portraitFrame.ts";
import { openCanvasMorph } from "./canvasMorph.ts";
import type { LoadedMorph } from "./loadMorph.ts";
import { openWebGlMorph } from "./webGlMorph.ts";

/** A morph on one canvas. */
export interface MorphDrawing {
  /**
   * Draws the face between the two. Hot; on the GPU it allocates nothing.
   *
   * @param share of the second face, in [0, 1]
   */
  readonly draw: (share: number) => void;
  /** Frees what is held on the GPU; the canvas can then be left to the collector. */
  readonly close: () => void;
}

export type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** Twice the portraits' size, which is all the detail that a face has. px */
export const MORPH_SIZE = { width: 2 * PORTRAIT.width, height: 2 * PORTRAIT.height } as const;

/** `gpu`, or `canvas` where WebGL is missing or was lost; a canvas stays with the first kind it was used for. */
export type MorphBackend = "gpu" | "canvas";

/**
 * Takes a canvas of `MORPH_SIZE` for a morph.
 *
 * @returns undefined where the canvas cannot be drawn on in this way
 */
export function openMorphDrawing(
  canvas: AnyCanvas,
  morph: LoadedMorph,
  backend: MorphBackend,
): MorphDrawing | undefined {
  return backend === "gpu" ? openWebGlMorph(canvas, morph) : openCanvasMorph(canvas, morph);
}

/** The same on a canvas of its own, for pictures and videos; on the GPU where that works. */
export function openOwnMorph(
  morph: LoadedMorph,
): { readonly canvas: OffscreenCanvas; readonly drawing: MorphDrawing } | undefined {
  for (const backend of ["gpu", "canvas"] as const) {
    const canvas = new OffscreenCanvas(MORPH_SIZE.width, MORPH_SIZE.height);
    const drawing = openMorphDrawing(canvas, morph, backend);
    if (drawing) return { canvas, drawing };
  }
  return undefined;
}
