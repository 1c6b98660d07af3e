/** face-api's own classes, which the engine is measured against. */
import { tensor3d, type Tensor3D } from "@tensorflow/tfjs-core";
import {
  FaceLandmark68Net,
  FaceRecognitionNet,
  NetInput,
  SsdMobilenetv1,
  TinyFaceDetector,
} from "@vladmandic/face-api";

import type { Network } from "../../src/engine/modelManifest.ts";
import { decodeStockWeights } from "./stockWeights.ts";
import type { RgbaImage, RgbPixels } from "../../src/face/rgbaImage.ts";
import { readModels } from "./readModels.ts";

export interface StockNetworks {
  readonly tiny: TinyFaceDetector;
  readonly ssd: SsdMobilenetv1;
  readonly landmarks: FaceLandmark68Net;
  readonly recogniser: FaceRecognitionNet;
  dispose(): void;
}

/**
 * On the backend that is running: open an engine first.
 *
 * @throws when a weights file is missing or is not the one the manifest names
 */
export async function openStockNetworks(): Promise<StockNetworks> {
  const files = await readModels();
  const tiny = new TinyFaceDetector();
  const ssd = new SsdMobilenetv1();
  const landmarks = new FaceLandmark68Net();
  const recogniser = new FaceRecognitionNet();
  // face-api types tensors by the tfjs it bundles; at run time there is one tfjs (tfjs.ts).
  const load = (network: Network) => decodeStockWeights(files, network) as never;
  tiny.loadFromWeightMap(load("tiny_face_detector_model"));
  ssd.loadFromWeightMap(load("ssd_mobilenetv1_model"));
  landmarks.loadFromWeightMap(load("face_landmark_68_model"));
  recogniser.loadFromWeightMap(load("face_recognition_model"));
  return {
    tiny,
    ssd,
    landmarks,
    recogniser,
    dispose: () => {
      for (const network of [tiny, ssd, landmarks, recogniser]) network.dispose(false);
    },
  };
}

/** Tensors as face-api takes them. */
export function toNetInput(tensors: readonly unknown[]): NetInput {
  return new NetInput(tensors as never, true);
}

/**
 * The picture as a tensor of shape [height, width, 3], float32, 0–255.
 * The caller disposes it.
 */
export function toTensor(picture: RgbaImage | RgbPixels): Tensor3D {
  const { width, height, data } = picture;
  if (data instanceof Float32Array) return tensor3d(data, [height, width, 3]);
  const values = new Float32Array(width * height * 3);
  for (let from = 0, to = 0; to < values.length; from += 4) {
    values[to++] = data[from]!;
    values[to++] = data[from + 1]!;
    values[to++] = data[from + 2]!;
  }
  return tensor3d(values, [height, width, 3]);
}
