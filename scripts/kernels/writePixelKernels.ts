/** Renews `src/face/pixelKernels.json`: `node scripts/run.mjs kernels/writePixelKernels.ts`. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { assemblePixelKernels } from "./assemblePixelKernels.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const bytes = await assemblePixelKernels();
await writeFile(
  join(PROJECT_ROOT, "src/face/pixelKernels.json"),
  `${JSON.stringify(Array.from(bytes))}\n`,
);
