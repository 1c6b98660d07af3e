import { describe, expect, it } from "vitest";

import { seededRandom, shuffled } from "../../../src/shared/random.ts";
import { descriptorAt } from "../testing.ts";
import { findDuplicates, type ComparedPhoto } from "./findDuplicates.ts";
import { mirroredHash } from "./perceptualHash.ts";

const HASH = { low: 0x0f0f1234, high: 0x56789abc };
const SIX_BITS_OFF = { low: HASH.low ^ 0b111, high: (HASH.high ^ 0b111) >>> 0 };
const SEVEN_BITS_OFF = { low: HASH.low ^ 0b111, high: (HASH.high ^ 0b1111) >>> 0 };

describe("findDuplicates", () => {
  it("finds the same bytes, though nothing could be decoded", () => {
    const photos = [photo("a/2.jpg", { sha256: "x" }), photo("a/1.jpg", { sha256: "x" })];
    expect(findDuplicates(photos)).toEqual([
      { kind: "bytes", photos: ["a/1.jpg", "a/2.jpg"], acrossPeople: false },
    ]);
  });

  it("finds the same picture, mirrored or not, with several faces or none", () => {
    const photos = [
      photo("a/1.jpg", { hash: HASH }),
      photo("a/2.jpg", { hash: SIX_BITS_OFF }),
      photo("b/1.jpg", { hash: mirroredHash(HASH) }),
    ];
    expect(findDuplicates(photos)).toEqual([
      { kind: "picture", photos: ["a/1.jpg", "a/2.jpg", "b/1.jpg"], acrossPeople: true },
    ]);
    expect(findDuplicates([photos[0]!, photo("a/2.jpg", { hash: SEVEN_BITS_OFF })])).toEqual([]);
  });

  it("does not take one pose for one picture where the faces differ", () => {
    const one = photo("a/1.jpg", { hash: HASH, descriptor: descriptorAt(0) });
    const other = (place: number) =>
      photo("b/1.jpg", { hash: HASH, descriptor: descriptorAt(place) });
    expect(findDuplicates([one, other(0.63)])).toEqual([]);
    expect(findDuplicates([one, other(0.38)])).toMatchObject([{ kind: "picture" }]);
  });

  it("finds the same face in another crop, across people too", () => {
    const photos = [
      photo("a/1.jpg", { hash: HASH, descriptor: descriptorAt(0) }),
      photo("b/1.jpg", { hash: { low: 0, high: 0 }, descriptor: descriptorAt(0.19) }),
      photo("b/2.jpg", { descriptor: descriptorAt(0.4) }),
    ];
    expect(findDuplicates(photos)).toEqual([
      { kind: "descriptor", photos: ["a/1.jpg", "b/1.jpg"], acrossPeople: true },
    ]);
  });

  it("goes by the person a photo is filed under, not by its folder", () => {
    const photos = [
      photo("a/1.jpg", { sha256: "x" }),
      photo("b/1.jpg", { sha256: "x", person: "a" }),
    ];
    expect(findDuplicates(photos)).toMatchObject([{ acrossPeople: false }]);
  });

  it("calls a chain by its weakest link, and lets stronger links make none weaker", () => {
    const chain = [
      photo("a/1.jpg", { sha256: "x", descriptor: descriptorAt(0) }),
      photo("a/2.jpg", { sha256: "x", descriptor: descriptorAt(0) }),
      photo("a/3.jpg", { hash: HASH, descriptor: descriptorAt(0.15) }),
      photo("a/4.jpg", { hash: HASH, descriptor: descriptorAt(0.3) }),
    ];
    expect(findDuplicates(chain)).toMatchObject([{ kind: "descriptor", photos: { length: 4 } }]);
    expect(findDuplicates(chain.slice(0, 2))).toMatchObject([{ kind: "bytes" }]);
    expect(findDuplicates(chain.slice(2))).toMatchObject([{ kind: "picture" }]);
  });

  it("finds the same clusters in whatever order the photos come", () => {
    const random = seededRandom(20240612);
    const half = () => Math.floor(random() * 2 ** 32);
    const hashes = Array.from({ length: 40 }, () => ({ low: half(), high: half() }));
    const photos = Array.from({ length: 60 }, (_, i) =>
      photo(`p${i % 9}/${i}.jpg`, {
        sha256: `${Math.floor(random() * 500)}`,
        hash: hashes[Math.floor(random() * 400)],
        descriptor: descriptorAt(random() * 100),
      }),
    );
    const clusters = findDuplicates(photos);
    expect(clusters.length).toBeGreaterThan(4);
    expect(findDuplicates(shuffled(photos, random))).toEqual(clusters);
  });

  it("finds nothing among no photos", () => {
    expect(findDuplicates([])).toEqual([]);
  });
});

function photo(name: string, known: Partial<ComparedPhoto>): ComparedPhoto {
  const person = name.split("/")[0]!;
  return { name, person, sha256: name, descriptor: undefined, hash: undefined, ...known };
}
