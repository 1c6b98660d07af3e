import {
  extendWithFaceLandmarks,
  extractFaceTensors,
  SsdMobilenetv1Options,
  type FaceLandmarks68,
} from "@vladmandic/face-api";
import { dispose, type Tensor } from "@tensorflow/tfjs-core";

import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { toNetInput, toTensor, type StockNetworks } from "./stockNetworks.ts";

/**
 * What face-api does for `detectSingleFace().withFaceLandmarks().withFaceDescriptor()`
 * with its defaults: SSD at 0.5, the landmarks in the surest box, the
 * recogniser on the upright crop around them.
 *
 * @returns 128 numbers; nothing where SSD sees nobody
 */
export async function describeAsStock(
  { ssd, landmarks, recogniser }: StockNetworks,
  photo: RgbaImage,
): Promise<Float32Array | undefined> {
  const pixels = toTensor(photo);
  const owned: Tensor[] = [pixels];
  const cut = async (...where: Parameters<typeof extractFaceTensors>[1]) => {
    const crops = await extractFaceTensors(pixels as never, where);
    owned.push(...(crops as unknown as Tensor[]));
    return toNetInput(crops);
  };
  try {
    const found = await ssd.locateFaces(toNetInput([pixels]), new SsdMobilenetv1Options());
    const surest = found.toSorted((a, b) => b.score - a.score)[0];
    if (!surest) return undefined;
    const [points] = (await landmarks.detectLandmarks(await cut(surest))) as FaceLandmarks68[];
    const { alignedRect } = extendWithFaceLandmarks({ detection: surest }, points!);
    const [descriptor] = await recogniser.computeFaceDescriptor(await cut(alignedRect));
    return descriptor as Float32Array | undefined;
  } finally {
    dispose(owned);
  }
}
