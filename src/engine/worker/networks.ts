import { SSD, type ModelContents, type Network } from "../modelManifest.ts";
import { createLandmarkNetwork, type LandmarkNetwork } from "./landmarkNetwork.ts";
import { createRecogniser, type Recogniser } from "./recogniser.ts";
import { createSsdDetector } from "./ssdDetector.ts";
import { ssdOnDemand, type SsdOnDemand } from "./ssdOnDemand.ts";
import { createTinyDetector, type TinyDetector } from "./tinyDetector.ts";
import { readWeights } from "./weights.ts";

/** The four networks of face-api with their weights, in our own operations: docs/decisions/005-fused-networks.md. */
export interface Networks {
  readonly tiny: TinyDetector;
  readonly ssd: SsdOnDemand;
  readonly landmarks: LandmarkNetwork;
  readonly recogniser: Recogniser;
}

/**
 * Builds the networks on the current backend.
 *
 * @param files content of the files of MODEL_FILES, by name, already verified; without those of SSD where `loadSsd` gets them
 */
export function buildNetworks(
  files: ModelContents,
  loadSsd: (isAwaited: () => boolean) => Promise<ModelContents> = () => Promise.resolve(files),
): Networks {
  const weights = (network: Network) => readWeights(files, network);
  return {
    tiny: createTinyDetector(weights("tiny_face_detector_model")),
    ssd: ssdOnDemand(async (isAwaited) =>
      createSsdDetector(readWeights(await loadSsd(isAwaited), SSD)),
    ),
    landmarks: createLandmarkNetwork(weights("face_landmark_68_model")),
    recogniser: createRecogniser(weights("face_recognition_model")),
  };
}

/** Frees the weights' tensors. */
export function disposeNetworks({ tiny, ssd, landmarks, recogniser }: Networks): void {
  for (const network of [tiny, ssd, landmarks, recogniser]) network.dispose();
}
