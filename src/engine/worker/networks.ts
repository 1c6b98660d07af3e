import { io, type NamedTensorMap, type Tensor2D } from "@tensorflow/tfjs-core";
import {
  FaceLandmark68Net,
  FaceRecognitionNet,
  NetInput,
  SsdMobilenetv1,
  TinyFaceDetector,
} from "@vladmandic/face-api";

import { layoutFile, weightsFile, type Network } from "../modelManifest.ts";

/** The four networks of face-api, with their weights. */
export interface Networks {
  readonly tiny: TinyFaceDetector;
  readonly ssd: SsdMobilenetv1;
  readonly landmarks: FaceLandmark68Net;
  readonly recogniser: FaceRecognitionNet;
}

/**
 * Builds the networks on the current backend.
 *
 * @param files content of every file of MODEL_FILES, by name, already verified
 */
export function buildNetworks(files: ReadonlyMap<string, Uint8Array>): Networks {
  const networks = {
    tiny: new TinyFaceDetector(),
    ssd: new SsdMobilenetv1(),
    landmarks: new FaceLandmark68Net(),
    recogniser: new FaceRecognitionNet(),
  };
  const load = (network: Network) => decodeWeights(files, network) as never;
  networks.tiny.loadFromWeightMap(load("tiny_face_detector_model"));
  networks.ssd.loadFromWeightMap(load("ssd_mobilenetv1_model"));
  networks.landmarks.loadFromWeightMap(load("face_landmark_68_model"));
  networks.recogniser.loadFromWeightMap(load("face_recognition_model"));
  return networks;
}

/** Frees the weights' tensors. */
export function disposeNetworks(networks: Networks): void {
  for (const network of Object.values(networks)) (network as TinyFaceDetector).dispose(false);
}

function decodeWeights(files: ReadonlyMap<string, Uint8Array>, network: Network): NamedTensorMap {
  const layout = files.get(layoutFile(network));
  const weights = files.get(weightsFile(network));
  if (!layout || !weights) throw new Error(`${network} was not loaded`);
  const groups = JSON.parse(new TextDecoder().decode(layout)) as io.WeightsManifestConfig;
  const specs = groups.flatMap((group) => group.weights);
  // Copied because the view may start anywhere in a larger buffer.
  return io.decodeWeights(weights.slice().buffer, specs);
}

/** face-api types tensors by the tfjs it bundles; at run time there is one tfjs (tfjs.ts). */
export function toNetInput(tensors: readonly unknown[]): NetInput {
  return new NetInput(tensors as never, true);
}

/** The other way: its output as the tensor that it is. */
export function fromNet(output: unknown): Tensor2D {
  return output as Tensor2D;
}
