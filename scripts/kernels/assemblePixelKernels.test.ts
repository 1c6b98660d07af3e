import { expect, it } from "vitest";

import stored from "../../src/face/pixelKernels.json";
import { assemblePixelKernels } from "./assemblePixelKernels.ts";

it("is what the app holds: `node scripts/run.mjs kernels/writePixelKernels.ts` renews it", async () => {
  expect(Array.from(await assemblePixelKernels())).toEqual(stored);
});
