import { CHIP_SIDE_PX } from "../../face/alignChip.ts";
import { DESCRIPTOR_LENGTH } from "../../face/descriptor.ts";
import { mirrored } from "../../face/resample.ts";
import type { RgbPixels } from "../../face/rgbaImage.ts";
import { recognise } from "./describeChips.ts";
import type { Networks } from "./networks.ts";
import expected from "./selfTestDescriptor.json";

/**
 * How far a correct backend may be from the expected output. Measured: WASM
 * against software WebGL 1e-6; textures of 16 bits err by more than 1e-2.
 */
const MAX_DISTANCE = 1e-3;

/**
 * Whether the current backend computes the recogniser as it should: describes
 * a drawn chip and compares with what WASM in Node says of it. Warms the
 * recogniser up as it goes.
 */
export async function passesSelfTest(networks: Networks): Promise<boolean> {
  const chip = drawTestChip();
  // A pair, as for one face and its mirror image: WebGL compiles its shaders by shape.
  const [actual] = await recognise(networks, [chip, mirrored(chip)]);
  let sum = 0;
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) sum += (actual![i]! - expected[i]!) ** 2;
  return Math.sqrt(sum) <= MAX_DISTANCE; // false for NaN
}

/** A face of a few ellipses: nobody's, but enough light and dark to reach every layer. */
export function drawTestChip(): RgbPixels {
  const side = CHIP_SIDE_PX;
  const data = new Float32Array(side * side * 3);
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const shade = shadeAt((x + 0.5) / side, (y + 0.5) / side);
      data[at++] = 40 + 190 * shade;
      data[at++] = 30 + 150 * shade;
      data[at++] = 30 + 120 * shade;
    }
  return { width: side, height: side, data };
}

/** In [0, 1]; built of squares and comparisons only, which every engine computes alike. */
function shadeAt(x: number, y: number): number {
  const inside = (cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  if (inside(0.36, 0.42, 0.07, 0.03) || inside(0.64, 0.42, 0.07, 0.03)) return 0.1;
  if (inside(0.36, 0.34, 0.1, 0.02) || inside(0.64, 0.34, 0.1, 0.02)) return 0.2;
  if (inside(0.5, 0.74, 0.12, 0.03)) return 0.3;
  if (inside(0.5, 0.58, 0.05, 0.06)) return 0.75;
  if (inside(0.5, 0.52, 0.34, 0.46)) return 1 - 0.4 * x;
  return 0.15 + 0.2 * y;
}
