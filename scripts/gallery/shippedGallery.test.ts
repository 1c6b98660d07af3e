import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { decodeGallery } from "../../src/gallery/decodeGallery.ts";
import type { Gallery } from "../../src/gallery/gallery.ts";
import { rank } from "../../src/matching/rank.ts";
import { openNodeEngine, type NodeEngine } from "../engine/openNodeEngine.ts";
import { decodePhotoFile } from "../photo/decodePhoto.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const FOLDER = join(PROJECT_ROOT, "public/gallery");

/** Of the names that the composites are given, so many must be their own. */
const MIN_OWN_NAME = 0.98;

describe("the gallery that is shipped", { timeout: 600_000 }, () => {
  let engine: NodeEngine;
  let gallery: Gallery;

  beforeAll(async () => {
    engine = await openNodeEngine();
    gallery = await openGallery();
  }, 120_000);

  afterAll(() => {
    engine.dispose();
  });

  it("recognises its composite portraits, fed back as photos", async () => {
    const prototypes = gallery.people.map(({ prototype }) => prototype);
    const faceless: string[] = [];
    const misnamed: string[] = [];
    for (const { id, portrait } of gallery.people) {
      const photo = await decodePhotoFile(join(FOLDER, portrait));
      if (!photo.ok) throw new Error(`${portrait}: ${photo.error.message}`);
      const { faces } = await engine.analyse(photo.value);
      if (faces.length === 0) {
        faceless.push(id);
        continue;
      }
      const { matches } = rank({ ...gallery, prototypes }, faces[0]!.descriptor);
      const first = gallery.people[matches[0]!.index]!.id;
      if (first !== id) misnamed.push(`${id} as ${first}`);
    }
    expect(faceless).toEqual([]);
    const ownName = 1 - misnamed.length / gallery.people.length;
    expect(ownName, misnamed.join(", ")).toBeGreaterThanOrEqual(MIN_OWN_NAME);
  });

  it("has the figures of the model card, each a fraction", async () => {
    const metrics = (await readJson("metrics.json")) as Record<string, Record<string, number>>;
    const fractions = [
      ...["top1", "top5", "macroF1"].map((name) => metrics["identification"]?.[name]),
      metrics["identificationUncurated"]?.["top1"],
      metrics["calibration"]?.["ece"],
      ...["eer", "acceptedAt1e3"].map((name) => metrics["verification"]?.[name]),
      ...["auroc", "repeatability", "top5Overlap", "topNameShare"].map(
        (name) => metrics["strangers"]?.[name],
      ),
    ];
    for (const value of fractions) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

async function openGallery(): Promise<Gallery> {
  const decoded = decodeGallery(await readJson("gallery.json"), await readJson("classifier.json"));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(FOLDER, name), "utf8")) as unknown;
}
