import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { passesSelfTest } from "../../src/engine/worker/selfTest.ts";
import { descriptorDistance } from "../../src/face/descriptor.ts";
import type { RgbaImage } from "../../src/face/rgbaImage.ts";
import { turned } from "../../src/face/turnImage.ts";
import { decodePhoto } from "../photo/decodePhoto.ts";
import { openNodeEngine, type NodeEngine } from "./openNodeEngine.ts";

const FACE_API = dirname(
  createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json"),
);

describe("the engine in Node", { timeout: 120_000 }, () => {
  let engine: NodeEngine;
  let group: RgbaImage;

  beforeAll(async () => {
    engine = await openNodeEngine();
    group = await samplePhoto(3);
  }, 120_000);

  afterAll(() => {
    engine.dispose();
  });

  it("finds everybody in a group photo, largest first", async () => {
    const { faces } = await engine.analyse(group);
    const areas = faces.map(({ box }) => box.width * box.height);
    expect(faces).toHaveLength(3);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    for (const face of faces) expect(face.landmarks).toHaveLength(68);
  });

  it("leaves no tensor behind, whether or not there is a face", async () => {
    await engine.analyse(blank(320, 240)); // Loads the detector that few photos need.
    const before = memory().numTensors;
    await engine.analyse(group);
    await engine.analyse(blank(320, 240));
    expect(memory().numTensors).toBe(before);
  });

  it("finds nobody on a blank wall", async () => {
    expect((await engine.analyse(blank(320, 240))).faces).toEqual([]);
  });

  it("turns a photo that lies on its side, where nobody in it seems upright", async () => {
    const photo = await samplePhoto(6);
    const upright = await engine.analyse(photo);
    const lying = await engine.analyse(turned(photo, 1));
    expect(lying.faces).toHaveLength(upright.faces.length);
    for (const face of upright.faces) {
      const nearest = Math.min(
        ...lying.faces.map((other) => descriptorDistance(face.descriptor, other.descriptor)),
      );
      // Two photos of one person are mostly within 0.6 of each other, twins of one photo much nearer.
      expect(nearest).toBeLessThan(0.25);
    }
  });

  it("passes its own self-test", async () => {
    expect(await passesSelfTest(engine.networks)).toBe(true);
  });

  it("frees everything when it is disposed", async () => {
    const before = memory().numTensors;
    const second = await openNodeEngine();
    expect(memory().numTensors).toBeGreaterThan(before);
    second.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

async function samplePhoto(number: number): Promise<RgbaImage> {
  const photo = await decodePhoto(await readFile(join(FACE_API, `demo/sample${number}.jpg`)));
  if (!photo.ok) throw new Error(photo.error.message);
  return photo.value;
}

function blank(width: number, height: number): RgbaImage {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(200) };
}
