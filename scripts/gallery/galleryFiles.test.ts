import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { Descriptor } from "../../src/face/descriptor.ts";
import { FACE_FEATURES, type FaceFeature } from "../../src/matching/featureDistances.ts";
import { createDataset } from "./dataset.ts";
import { galleryFiles, type GalleryParts } from "./galleryFiles.ts";
import { publish } from "./publish.ts";
import { candidate, descriptorAt } from "./testing.ts";

describe("galleryFiles", () => {
  it("writes what the app reads back", () => {
    const { gallery } = galleryFiles(parts());
    expect(gallery.people.map(({ id, name, names }) => [id, name, names.ru])).toEqual([
      ["a", "A", "А"],
      ["b", "Bé", undefined],
    ]);
    expect(gallery.classifier.weights[1]).toBeCloseTo(1 / 3, 7);
    expect(gallery.people[0]!.shape[1]).toEqual({ x: 0.5, y: 0.25 });
  });

  it("keeps what the distances between two photos mean", () => {
    const quantiles = { probabilities: [0, 1], values: [1 / 3, 1], count: 4 };
    const features = Object.fromEntries(FACE_FEATURES.map((name) => [name, quantiles])) as Record<
      FaceFeature,
      typeof quantiles
    >;
    const { calibration, ...rest } = parts();
    const pairs = { impostor: quantiles, genuine: quantiles, features };
    const { gallery } = galleryFiles({ ...rest, calibration: { ...calibration, pairs } });
    const rounded = { ...quantiles, values: [0.33333333, 1] };
    expect(gallery.calibration.pairs?.genuine).toEqual(rounded);
    expect(gallery.calibration.pairs?.features.jaw).toEqual(rounded);
  });

  it("rounds to eight digits, so that a rebuild gives the same text", () => {
    const { classifierJson } = galleryFiles(parts());
    expect(classifierJson).toContain("0.33333333,");
    expect(galleryFiles(parts()).classifierJson).toBe(classifierJson);
  });

  it("stops where the app would refuse", () => {
    const broken = { ...parts(), title: 7 as unknown as string };
    expect(() => galleryFiles(broken)).toThrow("gallery.title");
  });
});

it("publishes everything, and takes out the portraits of people who left", async () => {
  const out = await mkdtemp(join(tmpdir(), "publish-"));
  const publishParts = async (ids: readonly [string, string]) => {
    const files = galleryFiles(parts(ids));
    await publish(out, { files, portraits: [Buffer.from("1"), Buffer.from("2")], metrics: {} });
  };
  await publishParts(["a", "b"]);
  await publishParts(["a", "c"]);
  expect((await readdir(out)).toSorted()).toEqual([
    "classifier.json",
    "gallery.json",
    "metrics.json",
    "portraits",
  ]);
  expect((await readdir(join(out, "portraits"))).toSorted()).toEqual(["a.webp", "c.webp"]);
  expect(await readFile(join(out, "portraits", "c.webp"), "utf8")).toBe("2");
  await rm(out, { recursive: true });
});

function parts(ids: readonly [string, string] = ["a", "b"]): GalleryParts {
  const quantiles = { probabilities: [0, 1], values: [0.2, 1], count: 4 };
  const scores = { top1: 1, top5: 1, macroF1: 1, logLoss: 0, standardError: 0, ece: 0 };
  const prototypes: Descriptor[] = [descriptorAt(1), descriptorAt(2)];
  return {
    id: "test",
    title: "Test",
    dataset: createDataset(ids.map((id, i) => candidate(id, [descriptorAt(i), descriptorAt(3)]))),
    ownNames: new Map([["b", "Bé"]]),
    russianNames: new Map([["a", "А"]]),
    sources: [{ id: "s", name: "S", url: "https://example.org", licence: "CC0", note: "" }],
    prototypes,
    shapes: prototypes.map(() => Array.from({ length: 68 }, (_, i) => ({ x: i / 2, y: i / 4 }))),
    calibration: {
      impostor: quantiles,
      genuine: quantiles,
      openSetDistance: 0.6,
      acceptedStrangers: 0.05,
    },
    trained: {
      c: 1,
      temperature: 0.5,
      scores: { ...scores, photos: 4, people: 2 },
      tried: [],
      weights: new Array<number>(2 * 128).fill(1 / 3),
      biases: [0, 1],
    },
  };
}
