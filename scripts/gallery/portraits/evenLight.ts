/** Brings photos taken in different light to the light most of them share. */
import type { Layer } from "./layer.ts";

/** Of the face's pixels; luma and the two colour differences of Rec. 601. */
interface Light {
  readonly luma: number;
  /** Standard deviation of the luma. */
  readonly contrast: number;
  readonly blue: number;
  readonly red: number;
}

/** A photo is not stretched more than this: beyond it there is noise, not light. */
const GAIN = { least: 0.65, most: 1.6 } as const;

/**
 * Gives every layer the median brightness, contrast and colour of all layers'
 * faces.
 *
 * @param face shape [height, width]: 1 on the face, whose light counts
 */
export function evenLight(layers: readonly Layer[], face: Uint8Array): readonly Layer[] {
  const lights = layers.map((layer) => lightOf(layer, face));
  const common: Light = {
    luma: median(lights.map((l) => l.luma)),
    contrast: median(lights.map((l) => l.contrast)),
    blue: median(lights.map((l) => l.blue)),
    red: median(lights.map((l) => l.red)),
  };
  return layers.map((layer, i) => relit(layer, lights[i]!, common));
}

function relit(layer: Layer, from: Light, to: Light): Layer {
  const gain = Math.min(GAIN.most, Math.max(GAIN.least, to.contrast / Math.max(from.contrast, 1)));
  const colours = new Float32Array(layer.colours.length);
  for (let at = 0; at < colours.length; at += 3) {
    const [r, g, b] = [layer.colours[at]!, layer.colours[at + 1]!, layer.colours[at + 2]!];
    const y = lumaOf(r, g, b);
    const luma = (y - from.luma) * gain + to.luma;
    const blue = (b - y - from.blue) * gain + to.blue;
    const red = (r - y - from.red) * gain + to.red;
    colours[at] = clamp(luma + red);
    colours[at + 1] = clamp(luma - (0.299 * red + 0.114 * blue) / 0.587);
    colours[at + 2] = clamp(luma + blue);
  }
  return { colours, weights: layer.weights };
}

function lightOf({ colours, weights }: Layer, face: Uint8Array): Light {
  let [count, luma, squares, blue, red] = [0, 0, 0, 0, 0];
  for (let i = 0; i < face.length; i++) {
    if (face[i] === 0 || weights[i] === 0) continue;
    const [r, g, b] = [colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!];
    const y = lumaOf(r, g, b);
    count++;
    luma += y;
    squares += y * y;
    blue += b - y;
    red += r - y;
  }
  if (count === 0) return { luma: 128, contrast: 1, blue: 0, red: 0 };
  const mean = luma / count;
  const contrast = Math.sqrt(Math.max(0, squares / count - mean * mean));
  return { luma: mean, contrast, blue: blue / count, red: red / count };
}

/** Source: Rec. 601. */
function lumaOf(r: number, g: number, b: number): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
