import { toDescriptor, type Descriptor, DESCRIPTOR_LENGTH } from "../../face/descriptor.ts";
import { mirrored } from "../../face/resample.ts";
import type { RgbPixels } from "../../face/rgbaImage.ts";
import type { Networks } from "./networks.ts";

/**
 * The descriptor of every chip: the mean of the recogniser's output on the
 * chip and on its mirror image (measured: 4.56 % EER against 4.75 % for the
 * chip alone).
 *
 * @param chips 150 × 150 px each (alignChip)
 * @throws when the network answers with something that is no descriptor
 */
export async function describeChips(
  networks: Networks,
  chips: readonly RgbPixels[],
): Promise<readonly Descriptor[]> {
  const views = chips.flatMap((chip) => [chip, mirrored(chip)]);
  const outputs = await recognise(networks, views);
  return chips.map((_, i) => descriptorOf(mean(outputs[2 * i]!, outputs[2 * i + 1]!)));
}

/** What the recogniser alone says of each chip. */
export async function recognise(
  { recogniser }: Networks,
  chips: readonly RgbPixels[],
): Promise<readonly Float32Array[]> {
  const values = await recogniser.describe(chips);
  return chips.map((_, i) => values.slice(i * DESCRIPTOR_LENGTH, (i + 1) * DESCRIPTOR_LENGTH));
}

function mean(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => (value + b[i]!) / 2);
}

/** @throws when the values are no descriptor: the backend computes wrongly */
export function descriptorOf(values: Float32Array): Descriptor {
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(`The recogniser's output is ${descriptor.error.kind}`);
  return descriptor.value;
}
