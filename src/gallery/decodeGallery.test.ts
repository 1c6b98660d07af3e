import { describe, expect, it } from "vitest";

import { DESCRIPTOR_LENGTH } from "../face/descriptor.ts";
import { LANDMARK_COUNT } from "../face/geometry.ts";
import { FACE_FEATURES } from "../matching/featureDistances.ts";
import { decodeGallery } from "./decodeGallery.ts";
import {
  numbers,
  person,
  points,
  QUANTILES,
  validClassifier,
  validGallery,
} from "./galleryFixtures.ts";

describe("decodeGallery", () => {
  it.each<[string, Damage, string, string]>([
    ["no object", () => [], "gallery", "malformed"],
    ["a later version", (g) => ({ ...g, schemaVersion: 2 }), "gallery", "unsupportedVersion"],
    ["no title", (g) => ({ ...g, title: undefined }), "gallery.title", "malformed"],
    ["a day that is none", (g) => ({ ...g, date: "2026-02-30" }), "gallery.date", "malformed"],
    ["a time for a day", (g) => ({ ...g, date: 1795824000 }), "gallery.date", "malformed"],
    ["one person", (g) => ({ ...g, people: [person("a")] }), "gallery.people", "malformed"],
    ["a number for a name", damaged({ name: 7 }), "gallery.people.1.name", "malformed"],
    ["an id with a slash", damaged({ id: "../b" }), "gallery.people.1.id", "malformed"],
    ["an id twice", damaged({ id: "a" }), "gallery.people.1.id", "malformed"],
    ["an unknown field", damaged({ field: "x" }), "gallery.people.1.field", "malformed"],
    [
      "a portrait elsewhere",
      damaged({ portrait: "https://x/b.webp" }),
      "gallery.people.1.portrait",
      "malformed",
    ],
    ["67 points", damaged({ shape: points(67) }), "gallery.people.1.shape", "malformed"],
    [
      "zeros for a prototype",
      damaged({ prototype: numbers(DESCRIPTOR_LENGTH, 0) }),
      "gallery.people.1.prototype",
      "malformed",
    ],
    ["no such field", damaged({ field: "chess" }), "gallery.people.1.field", "malformed"],
    ["no such source", damaged({ sources: ["x"] }), "gallery.people.1.sources.0", "malformed"],
    [
      "a source without a licence",
      (g) => ({ ...g, sources: [{ id: "s", name: "S", url: "", note: "" }] }),
      "gallery.sources.0.licence",
      "malformed",
    ],
    [
      "quantiles that fall",
      calibrated({ impostor: { probabilities: [0, 1], values: [2, 1], count: 9 } }),
      "gallery.calibration.impostor.values",
      "malformed",
    ],
    [
      "pairs without their distances",
      calibrated({ pairs: { impostor: QUANTILES } }),
      "gallery.calibration.pairs.genuine",
      "malformed",
    ],
    [
      "pairs without a feature",
      calibrated({ pairs: { impostor: QUANTILES, genuine: QUANTILES, features: {} } }),
      "gallery.calibration.pairs.features.eyes",
      "malformed",
    ],
    [
      "a threshold that JSON made of NaN",
      calibrated({ openSetDistance: null }),
      "gallery.calibration.openSetDistance",
      "malformed",
    ],
  ])("refuses a gallery with %s", (_, damage, path, kind) => {
    const result = decodeGallery(damage(validGallery()), validClassifier());
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(result).toMatchObject({ error: kind === "malformed" ? { path } : { file: path } });
  });

  it.each<[string, object, string]>([
    ["one weight too few", { weights: numbers(2 * DESCRIPTOR_LENGTH - 1, 1) }, "weights"],
    ["a null that JSON made of NaN", { biases: [0, null] }, "biases"],
    ["a number beyond float32", { biases: [0, 1e308] }, "biases"],
    ["a temperature of 0", { temperature: 0 }, "temperature"],
    ["one class too few", { classes: ["a"] }, "classes"],
    ["classes in another order than the people", { classes: ["b", "a"] }, "classes.0"],
  ])("refuses a classifier with %s", (_, change, path) => {
    const result = decodeGallery(validGallery(), { ...validClassifier(), ...change });
    expect(result).toMatchObject({ ok: false, error: { path: `classifier.${path}` } });
  });

  it("takes people of whom no list says anything", () => {
    const { presentsAs, field, ...rest } = person("b");
    const gallery = { ...validGallery(), people: [person("a"), { ...rest, sources: [] }] };
    const decoded = decodeGallery(gallery, validClassifier());
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(decoded.value.people[0]).toMatchObject({ presentsAs, field });
    expect(decoded.value.people[1]).not.toHaveProperty("presentsAs");
    expect(decoded.value.people[1]).not.toHaveProperty("field");
  });

  it("reads what the distances between two photos mean, where a gallery says so", () => {
    const features = Object.fromEntries(FACE_FEATURES.map((name) => [name, QUANTILES]));
    const pairs = { impostor: QUANTILES, genuine: QUANTILES, features };
    const decode = (change: object) => {
      const decoded = decodeGallery(calibrated(change)(validGallery()), validClassifier());
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
      return decoded.value.calibration;
    };
    expect(decode({ pairs }).pairs).toEqual(pairs);
    expect(decode({})).not.toHaveProperty("pairs");
  });

  it("keeps row i of the classifier with person i", () => {
    const result = decodeGallery(validGallery(), validClassifier());
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { people, classifier } = result.value;
    expect(people.map((p) => p.id)).toEqual(["a", "b"]);
    expect(people[0]!.shape).toHaveLength(LANDMARK_COUNT);
    expect(people[0]!.prototype).toBeInstanceOf(Float32Array);
    expect(classifier.weights).toHaveLength(2 * DESCRIPTOR_LENGTH);
    expect(classifier.temperature).toBe(0.5);
  });
});

type GalleryJson = ReturnType<typeof validGallery>;
type Damage = (gallery: GalleryJson) => unknown;

function damaged(change: object): Damage {
  return (gallery) => ({ ...gallery, people: [person("a"), { ...person("b"), ...change }] });
}

function calibrated(change: object): Damage {
  return (gallery) => ({ ...gallery, calibration: { ...gallery.calibration, ...change } });
}
