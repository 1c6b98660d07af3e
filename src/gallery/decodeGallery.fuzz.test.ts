import fc from "fast-check";
import { expect, it } from "vitest";

import { DESCRIPTOR_LENGTH } from "../face/descriptor.ts";
import { LANDMARK_COUNT } from "../face/geometry.ts";
import { FACE_FEATURES } from "../matching/featureDistances.ts";
import { ANYTHING, damaged, damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { decodeGallery } from "./decodeGallery.ts";
import type { Gallery } from "./gallery.ts";
import { QUANTILES, validClassifier, validGallery } from "./galleryFixtures.ts";
import { loadGallery } from "./loadGallery.ts";

const FULL_GALLERY = {
  ...validGallery(),
  calibration: {
    ...validGallery().calibration,
    features: Object.fromEntries(FACE_FEATURES.map((name) => [name, QUANTILES])),
  },
};

it("reads a damaged gallery whole or not at all", () => {
  fc.assert(
    fc.property(damaged(FULL_GALLERY), damaged(validClassifier()), (gallery, classifier) => {
      expectWholeOrRefused(gallery, validClassifier());
      expectWholeOrRefused(FULL_GALLERY, classifier);
    }),
    FUZZ,
  );
});

it("refuses anything that is no gallery", () => {
  fc.assert(
    fc.property(ANYTHING, ANYTHING, (gallery, classifier) => {
      expect(decodeGallery(gallery, classifier).ok).toBe(false);
    }),
    FUZZ,
  );
});

it("answers every body that a server or a cache may send", async () => {
  const [gallery, classifier] = [FULL_GALLERY, validClassifier()].map((json) =>
    new TextEncoder().encode(JSON.stringify(json)),
  );
  const body = damagedBytes(gallery!);
  const status = fc.constantFrom(200, 200, 200, 206, 404, 500);
  await fc.assert(
    fc.asyncProperty(body, status, async (bytes, code) => {
      const files = (url: string) =>
        Promise.resolve(
          url.endsWith("gallery.json")
            ? new Response(bytes, { status: code })
            : new Response(classifier),
        );
      const loaded = await loadGallery("/gallery/", files);
      if (loaded.ok) expectWhole(loaded.value);
      else expect(loaded.error.kind).toBe("galleryUnavailable");
    }),
    FUZZ,
  );
});

function expectWholeOrRefused(galleryJson: unknown, classifierJson: unknown): void {
  const decoded = decodeGallery(galleryJson, classifierJson);
  if (decoded.ok) expectWhole(decoded.value);
  else expect(["malformed", "unsupportedVersion"]).toContain(decoded.error.kind);
}

/** What the rest of the app relies on without looking. */
function expectWhole({ people, sources, calibration, classifier }: Gallery): void {
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  const known = sources.map(({ id }) => id);
  for (const person of people) {
    expect(person.name).not.toBe("");
    expect(person.portrait).toMatch(/^portraits\/[^/\\]+\.webp$/);
    expect(person.shape).toHaveLength(LANDMARK_COUNT);
    expect(person.shape.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expectFinite(person.prototype, DESCRIPTOR_LENGTH);
    for (const id of person.sources) expect(known).toContain(id);
  }
  expect(classifier.classCount).toBe(people.length);
  expectFinite(classifier.weights, people.length * DESCRIPTOR_LENGTH);
  expectFinite(classifier.biases, people.length);
  expect(1 / classifier.temperature).toBeGreaterThan(0);
  for (const { values, probabilities } of [calibration.impostor, calibration.genuine]) {
    expect(values).toHaveLength(probabilities.length);
    expect(values.every(Number.isFinite)).toBe(true);
  }
  expect(Number.isFinite(calibration.openSetDistance)).toBe(true);
}

function expectFinite(values: Float32Array, length: number): void {
  expect(values).toHaveLength(length);
  expect(values.every(Number.isFinite)).toBe(true);
}
