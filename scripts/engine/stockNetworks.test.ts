import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SsdMobilenetv1Options, TinyFaceDetectorOptions } from "@vladmandic/face-api";
import { memory, type Tensor } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ScoredBox } from "../../src/face/mergeBoxes.ts";
import { cutSimilarity } from "../../src/face/resample.ts";
import { shrinkToFit } from "../../src/face/shrinkToFit.ts";
import type { RgbaImage, RgbPixels } from "../../src/face/rgbaImage.ts";
import { decodePhoto } from "../photo/decodePhoto.ts";
import { openNodeEngine, type NodeEngine } from "./openNodeEngine.ts";
import { describeAsStock } from "./stockLoop.ts";
import { openStockNetworks, toNetInput, toTensor, type StockNetworks } from "./stockNetworks.ts";

const FACE_API = dirname(
  createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json"),
);
const SAMPLES = [1, 2, 3, 4, 5, 6] as const;
const TOLERANCE = 1e-5;

describe("the networks beside face-api's own classes", { timeout: 240_000 }, () => {
  let engine: NodeEngine;
  let stock: StockNetworks;
  const photos = new Map<number, RgbaImage>();

  beforeAll(async () => {
    engine = await openNodeEngine();
    stock = await openStockNetworks();
    for (const sample of SAMPLES) {
      const photo = await samplePhoto(sample);
      photos.set(sample, photo);
      // Smaller than most of the squares: stretched, where the others are shrunk.
      if (sample <= 2) photos.set(-sample, shrinkToFit(photo, 250));
    }
  }, 120_000);

  afterAll(() => {
    stock.dispose();
    engine.dispose();
  });

  it.each([128, 160, 224, 320, 416, 608] as const)(
    "Tiny at %i px: the same boxes",
    async (sidePx) => {
      let found = 0;
      for (const photo of photos.values()) {
        const options = new TinyFaceDetectorOptions({ inputSize: sidePx, scoreThreshold: 0.05 });
        const expected = await located(photo, (input) => stock.tiny.locateFaces(input, options));
        expectSameBoxes(await engine.networks.tiny.locate(photo, sidePx, 0.05), expected);
        found += expected.length;
      }
      expect(found).toBeGreaterThan(0);
    },
  );

  it("SSD: the same boxes, many faces and few", async () => {
    for (const photo of photos.values())
      for (const [minConfidence, maxResults] of [
        [0.3, 100],
        [0.05, 2],
      ] as const) {
        const options = new SsdMobilenetv1Options({ minConfidence, maxResults });
        const expected = await located(photo, (input) => stock.ssd.locateFaces(input, options));
        expect(expected.length).toBeGreaterThan(0);
        expectSameBoxes(
          await engine.networks.ssd.locate(photo, minConfidence, maxResults),
          expected,
        );
      }
  });

  it("landmarks and descriptors: the same numbers", async () => {
    const views = [...photos.values()];
    const squares = views.map((photo) => middleOf(photo, 112));
    expectSame(
      await engine.networks.landmarks.locate(squares),
      await forward(squares, (input) => stock.landmarks.forwardInput(input)),
    );
    const chips = views.map((photo) => middleOf(photo, 150));
    expectSame(
      await engine.networks.recogniser.describe(chips),
      await forward(chips, (input) => stock.recogniser.forwardInput(input)),
    );
  });

  it("the stock loop describes the surest face, and nobody on a blank wall", async () => {
    const before = memory().numTensors;
    const descriptor = await describeAsStock(stock, photos.get(3)!);
    expect(descriptor).toHaveLength(128);
    expect(Math.hypot(...descriptor!)).toBeGreaterThan(1);
    const wall = new Uint8ClampedArray(320 * 240 * 4).fill(200);
    expect(await describeAsStock(stock, { width: 320, height: 240, data: wall })).toBeUndefined();
    expect(memory().numTensors).toBe(before);
  });

  it("keeps no tensor", async () => {
    const photo = photos.get(1)!;
    await engine.networks.ssd.locate(photo, 0.5, 10); // Loads it.
    const before = memory().numTensors;
    await engine.networks.tiny.locate(photo, 160, 0.5);
    await engine.networks.ssd.locate(photo, 0.5, 10);
    await engine.networks.landmarks.locate([middleOf(photo, 112)]);
    await engine.networks.recogniser.describe([middleOf(photo, 150)]);
    expect(memory().numTensors).toBe(before);
  });
});

async function samplePhoto(number: number): Promise<RgbaImage> {
  const photo = await decodePhoto(await readFile(join(FACE_API, `demo/sample${number}.jpg`)));
  if (!photo.ok) throw new Error(photo.error.message);
  return photo.value;
}

async function located(
  photo: RgbaImage,
  locate: (
    input: ReturnType<typeof toNetInput>,
  ) => Promise<readonly { readonly score: number; readonly box: ScoredBox["box"] }[]>,
): Promise<readonly ScoredBox[]> {
  const pixels = toTensor(photo);
  try {
    const found = await locate(toNetInput([pixels]));
    return found.map(({ score, box: { x, y, width, height } }) => ({
      score,
      box: { x, y, width, height },
    }));
  } finally {
    pixels.dispose();
  }
}

async function forward(
  pictures: readonly RgbPixels[],
  run: (input: ReturnType<typeof toNetInput>) => unknown,
): Promise<Float32Array> {
  const inputs = pictures.map(toTensor);
  const output = run(toNetInput(inputs)) as Tensor;
  const values = (await output.data()) as Float32Array;
  for (const tensor of [output, ...inputs]) tensor.dispose();
  return values;
}

/** The middle half of a photo, turned a little: something of a face in some, something else in others. */
function middleOf(photo: RgbaImage, sidePx: number): RgbPixels {
  const half = Math.min(photo.width, photo.height) / 2;
  const [a, b] = [(half / sidePx) * Math.cos(0.3), (half / sidePx) * Math.sin(0.3)];
  const tx = photo.width / 2 - (a - b) * (sidePx / 2);
  const ty = photo.height / 2 - (a + b) * (sidePx / 2);
  return cutSimilarity(photo, { a, b, tx, ty }, sidePx, sidePx);
}

/** Relative to the score and to the box's longer side. */
function expectSameBoxes(actual: readonly ScoredBox[], expected: readonly ScoredBox[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, { box, score }] of expected.entries()) {
    expect(Math.abs(actual[i]!.score / score - 1)).toBeLessThan(TOLERANCE);
    const longest = Math.max(box.width, box.height);
    for (const part of ["x", "y", "width", "height"] as const)
      expect(Math.abs(actual[i]!.box[part] - box[part]) / longest).toBeLessThan(TOLERANCE);
  }
}

function expectSame(actual: Float32Array, expected: Float32Array): void {
  expect(actual).toHaveLength(expected.length);
  const apart = Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)));
  expect(apart).toBeLessThan(TOLERANCE);
}
