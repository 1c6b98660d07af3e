import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { MODEL_FILES } from "../../src/engine/modelManifest.ts";
import { analysePhoto } from "../../src/engine/worker/analysePhoto.ts";
import { startWasm } from "../../src/engine/worker/backend.ts";
import { buildNetworks, disposeNetworks, type Networks } from "../../src/engine/worker/networks.ts";
import type { AnalysedFace, Analysis } from "../../src/face/analysedFace.ts";
import type { Descriptor } from "../../src/face/descriptor.ts";
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { ENGINE_VERSION } from "./engineVersion.ts";
import { describeStockCrop } from "./stockCrop.ts";

/** The app's engine in Node, on the WASM backend. */
export interface NodeEngine {
  analyse(photo: RgbaImage): Promise<NodeAnalysis>;
  /** Changes whenever the same photo may give other numbers. */
  readonly version: string;
  /** The networks themselves, for measurements against the stock pipeline. */
  readonly networks: Networks;
  dispose(): void;
}

export interface NodeAnalysis extends Analysis {
  readonly faces: readonly NodeFace[];
}

interface NodeFace extends AnalysedFace {
  /** What the stock crop gives; only where it was asked for. */
  readonly stockDescriptor?: Descriptor;
}

export interface NodeEngineOptions {
  /** Also describes each face in face-api's own crop. */
  readonly withStockCrop?: boolean;
}

/** @throws when a weights file is missing or is not the one the manifest names */
export async function openNodeEngine({
  withStockCrop = false,
}: NodeEngineOptions = {}): Promise<NodeEngine> {
  const require = createRequire(join(PROJECT_ROOT, "package.json"));
  const wasm = join(dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist");
  await startWasm((file) => join(wasm, file));
  const networks = buildNetworks(
    await readModels(dirname(require.resolve("@vladmandic/face-api/package.json"))),
  );
  return {
    analyse: async (photo) => {
      const analysis = await analysePhoto(networks, photo, () => undefined);
      return withStockCrop ? addStockCrops(networks, photo, analysis) : analysis;
    },
    version: ENGINE_VERSION,
    networks,
    dispose: () => {
      disposeNetworks(networks);
    },
  };
}

async function addStockCrops(
  networks: Networks,
  photo: RgbaImage,
  analysis: Analysis,
): Promise<NodeAnalysis> {
  const faces: NodeFace[] = [];
  for (const face of analysis.faces) {
    const stockDescriptor = await describeStockCrop(networks, photo, face.landmarks);
    faces.push({ ...face, stockDescriptor });
  }
  return { ...analysis, faces };
}

async function readModels(faceApi: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = MODEL_FILES.map(async ({ name, sha256 }) => {
    const content = await readFile(join(faceApi, "model", name));
    if (createHash("sha256").update(content).digest("hex") !== sha256)
      throw new Error(`${name} is not the file that src/engine/modelManifest.json names.`);
    return [name, content] as const;
  });
  return new Map(await Promise.all(files));
}
