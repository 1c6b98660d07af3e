/** What a photo costs in operations: does not depend on the machine, so growth is seen at once. */
import { memory, profile } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { recognise } from "../../src/engine/worker/describeChips.ts";
import { drawTestChip } from "../../src/engine/worker/selfTest.ts";
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { mirrored } from "../../src/face/resample.ts";
import { decodePhotoFile } from "../photo/decodePhoto.ts";
import { openNodeEngine, type NodeEngine } from "./openNodeEngine.ts";
import { openStockNetworks, toNetInput, toTensor } from "./stockNetworks.ts";

/**
 * Raise one only with a reason in the commit that raises it. `programs` are the
 * operations of different kinds or shapes, each a shader to compile on WebGL.
 */
const SELFIE_BUDGET = { kernels: 293, programs: 159 };
/** Source: the bound that was set for the recogniser, kernels of face-api's own class. */
const MAX_RECOGNISER_SHARE = 0.4;
/** Weights of the four networks in single precision, one set of Tiny's for each of its sizes. */
const WEIGHTS_MEGABYTES = 50.7;

let engine: NodeEngine;
let selfie: RgbaImage;

beforeAll(async () => {
  engine = await openNodeEngine();
  const photo = await decodePhotoFile("public/gallery/portraits/denzel-washington.webp");
  if (!photo.ok) throw new Error(photo.error.kind);
  selfie = photo.value;
  // Not loaded before the first photo that needs it.
  await engine.networks.ssd.locate(selfie, 0.5, 1);
}, 120_000);

afterAll(() => {
  engine.dispose();
});

it("keeps its weights within their budget", () => {
  expect(memory().numBytes / 1e6).toBeLessThanOrEqual(WEIGHTS_MEGABYTES);
});

it("reads a selfie within the budget", { timeout: 60_000 }, async () => {
  const counts = await countOperations(() => engine.analyse(selfie));
  expect(counts.kernels).toBeLessThanOrEqual(SELFIE_BUDGET.kernels);
  expect(counts.programs).toBeLessThanOrEqual(SELFIE_BUDGET.programs);
});

it("launches few of the recogniser's stock operations", { timeout: 60_000 }, async () => {
  const chip = drawTestChip();
  const chips = [chip, mirrored(chip)];
  const stock = await openStockNetworks();
  const tensors = chips.map(toTensor);
  const ours = await countOperations(() => recognise(engine.networks, chips));
  const theirs = await countOperations(async () => {
    const output = stock.recogniser.forwardInput(toNetInput(tensors));
    await output.data();
    output.dispose();
  });
  for (const tensor of tensors) tensor.dispose();
  stock.dispose();
  expect(ours.kernels / theirs.kernels).toBeLessThanOrEqual(MAX_RECOGNISER_SHARE);
});

async function countOperations(work: () => Promise<unknown>) {
  const profiled = await profile(async () => {
    await work();
    return [];
  });
  // A fused operation is noted twice: as its kernel, and as what calls it.
  const kernels = profiled.kernels.filter(({ name }) => !name.endsWith("__op"));
  const programs = new Set(
    kernels.map(({ name, inputShapes, outputShapes }) =>
      JSON.stringify([name, inputShapes, outputShapes]),
    ),
  );
  return { kernels: kernels.length, programs: programs.size };
}
