/** The weights files of face-api, decoded. */
import { assert } from "../../shared/assert.ts";
import { layoutFile, weightsFile, type Network } from "../modelManifest.ts";

/** Numbers of one layer, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** By the names that face-api's files give them. */
export type Weights = ReadonlyMap<string, Weight>;

/** How tfjs describes a weight in the order of the bytes. Source: tfjs-core, io/types.ts. */
interface Spec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32";
  /** A byte each, of the value `byte · scale + min`; absent: four bytes each, little-endian. */
  readonly quantization?: {
    readonly dtype: "uint8";
    readonly scale: number;
    readonly min: number;
  };
}

/**
 * The weights of one network as plain numbers, to the last bit those of tfjs.
 * Without tfjs itself, which would take them to the backend and back: a third of the time
 * (the recogniser's, least of several in Node: 20 ms instead of 63).
 *
 * @param files content of every file of MODEL_FILES, by name, already verified
 * @throws when one of the network's two files is missing
 */
export function readWeights(files: ReadonlyMap<string, Uint8Array>, network: Network): Weights {
  const layout = files.get(layoutFile(network));
  const content = files.get(weightsFile(network));
  if (!layout || !content) throw new Error(`${network} was not loaded`);
  const groups = JSON.parse(new TextDecoder().decode(layout)) as { readonly weights: Spec[] }[];
  const weights = new Map<string, Weight>();
  let at = 0;
  for (const spec of groups.flatMap((group) => group.weights)) {
    const length = spec.shape.reduce((product, size) => product * size, 1);
    const end = at + length * (spec.quantization ? 1 : Float32Array.BYTES_PER_ELEMENT);
    // The others are face-api's own bookkeeping.
    if (spec.dtype === "float32")
      weights.set(spec.name, {
        shape: spec.shape,
        values: numbersOf(content.subarray(at, end), spec),
      });
    at = end;
  }
  assert(at === content.length, "the layout describes every byte");
  return weights;
}

function numbersOf(bytes: Uint8Array, { quantization }: Spec): Float32Array {
  // Copied, because the bytes may start anywhere.
  if (!quantization) return new Float32Array(Uint8Array.from(bytes).buffer);
  const { scale, min } = quantization;
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = bytes[i]! * scale + min;
  return values;
}

/** @throws when the file has no weight of this name */
export function weightNamed(weights: Weights, name: string): Weight {
  const weight = weights.get(name);
  assert(weight, `the weights hold ${name}`);
  return weight;
}
