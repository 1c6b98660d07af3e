import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { describePhoto, type Description } from "../../src/engine/worker/analysePhoto.ts";
import { startWasm } from "../../src/engine/worker/backend.ts";
import { buildNetworks, disposeNetworks, type Networks } from "../../src/engine/worker/networks.ts";
import { wholePhoto } from "../../src/face/photoPixels.ts";
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { ENGINE_VERSION } from "./engineVersion.ts";
import { readModels } from "./readModels.ts";

/** The app's engine in Node, on the WASM backend. */
export interface NodeEngine {
  /** Without portraits: nobody looks at them here. */
  analyse(photo: RgbaImage): Promise<NodeAnalysis>;
  /** Changes whenever the same photo may give other numbers. */
  readonly version: string;
  /** The networks themselves, for measurements; face-api's own are in stockNetworks.ts. */
  readonly networks: Networks;
  dispose(): void;
}

export type NodeAnalysis = Description;

/** @throws when a weights file is missing or is not the one the manifest names */
export async function openNodeEngine(): Promise<NodeEngine> {
  const require = createRequire(join(PROJECT_ROOT, "package.json"));
  const wasm = join(dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist");
  await startWasm((file) => join(wasm, file));
  const networks = buildNetworks(await readModels());
  return {
    analyse: (photo) => describePhoto(networks, wholePhoto(photo), () => undefined),
    version: ENGINE_VERSION,
    networks,
    dispose: () => {
      disposeNetworks(networks);
    },
  };
}
