import { io, type NamedTensorMap } from "@tensorflow/tfjs-core";

import { layoutFile, weightsFile, type Network } from "../../src/engine/modelManifest.ts";

/** The weights of a network as tfjs itself reads them, and as face-api's own classes take them. The caller disposes them. */
export function decodeStockWeights(
  files: ReadonlyMap<string, Uint8Array>,
  network: Network,
): NamedTensorMap {
  const layout = new TextDecoder().decode(files.get(layoutFile(network)));
  const groups = JSON.parse(layout) as io.WeightsManifestConfig;
  // Copied because the view may start anywhere in a larger buffer.
  const content = files.get(weightsFile(network))!.slice().buffer;
  return io.decodeWeights(
    content,
    groups.flatMap((group) => group.weights),
  );
}
