/** The weights files of face-api, decoded. */
import { dispose, io, type NamedTensorMap } from "@tensorflow/tfjs-core";

import { assert } from "../../shared/assert.ts";
import { layoutFile, weightsFile, type Network } from "../modelManifest.ts";

/** Numbers of one layer, row-major. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** By the names that face-api's files give them. */
export type Weights = ReadonlyMap<string, Weight>;

/**
 * The weights of one network as plain numbers.
 *
 * @param files content of every file of MODEL_FILES, by name, already verified
 * @throws when one of the network's two files is missing
 */
export function readWeights(files: ReadonlyMap<string, Uint8Array>, network: Network): Weights {
  const tensors = decodeWeights(files, network);
  try {
    return new Map(
      Object.entries(tensors).map(([name, tensor]) => [
        name,
        { shape: tensor.shape, values: tensor.dataSync() as Float32Array },
      ]),
    );
  } finally {
    dispose(tensors);
  }
}

/** The same as tensors, as face-api's own classes take them. The caller disposes them. */
export function decodeWeights(
  files: ReadonlyMap<string, Uint8Array>,
  network: Network,
): NamedTensorMap {
  const layout = files.get(layoutFile(network));
  const weights = files.get(weightsFile(network));
  if (!layout || !weights) throw new Error(`${network} was not loaded`);
  const groups = JSON.parse(new TextDecoder().decode(layout)) as io.WeightsManifestConfig;
  const specs = groups.flatMap((group) => group.weights);
  // Copied because the view may start anywhere in a larger buffer.
  return io.decodeWeights(weights.slice().buffer, specs);
}

/** @throws when the file has no weight of this name */
export function weightNamed(weights: Weights, name: string): Weight {
  const weight = weights.get(name);
  assert(weight, `the weights hold ${name}`);
  return weight;
}
