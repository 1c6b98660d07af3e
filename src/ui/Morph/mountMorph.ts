import type { LoadedMorph } from "./loadMorph.ts";
import { MORPH_SIZE, openMorphDrawing, type MorphDrawing } from "./morphDrawing.ts";

/**
 * Puts a morph's canvas into an element of the page.
 *
 * A canvas belongs for ever to the kind of context it was asked for first, so
 * where WebGL is missing, or is lost under way, another canvas takes its place.
 *
 * @param onReplaced the canvas is new and shows nothing yet
 * @returns undefined where no drawing is possible at all
 */
export function mountMorph(
  host: HTMLElement,
  morph: LoadedMorph,
  onReplaced: () => void,
): MorphDrawing | undefined {
  const gpu = append(host);
  const onGpu = openMorphDrawing(gpu, morph, "gpu");
  if (!onGpu) return mountSoftware(host, morph);

  let current: MorphDrawing | undefined = onGpu;
  const onLost = () => {
    current = mountSoftware(host, morph);
    onReplaced();
  };
  gpu.addEventListener("webglcontextlost", onLost);
  return {
    draw: (share) => current?.draw(share),
    close: () => {
      gpu.removeEventListener("webglcontextlost", onLost);
      current?.close();
      onGpu.close();
      host.replaceChildren();
    },
  };
}

function mountSoftware(host: HTMLElement, morph: LoadedMorph): MorphDrawing | undefined {
  const canvas = append(host);
  const drawing = openMorphDrawing(canvas, morph, "canvas");
  return (
    drawing && {
      draw: drawing.draw,
      close: () => {
        drawing.close();
        host.replaceChildren();
      },
    }
  );
}

function append(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = MORPH_SIZE.width;
  canvas.height = MORPH_SIZE.height;
  host.replaceChildren(canvas);
  return canvas;
}
