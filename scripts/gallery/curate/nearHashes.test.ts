import { expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { forEachNearHash } from "./nearHashes.ts";
import { mirroredHash, pictureDistance, type PerceptualHash } from "./perceptualHash.ts";

it.each([0, 3, 6, 7])("finds just the pairs up to %d bits that comparing all finds", (maxBits) => {
  const hashes = familiesOfHashes();
  const expected: string[] = [];
  for (const [i, a] of hashes.entries())
    for (let j = 0; j < i; j++)
      if (pictureDistance(a, hashes[j]!) <= maxBits) expected.push(`${i} ${j}`);
  expect(expected.length).toBeGreaterThan(20);
  expect(pairsOf(hashes, maxBits).toSorted()).toEqual(expected.toSorted());
});

it("finds seven wrong bits however they are spread over the bands", () => {
  const zero = { low: 0, high: 0 };
  for (const [low, high] of [
    [0x7f, 0],
    [0x00030003, 0x00030001],
    [0, 0xfe000000],
    [0x80008000, 0x80078000],
  ] as const)
    expect(pairsOf([zero, { low, high }], 7)).toEqual(["1 0"]);
});

it("visits a pair once although all its bands agree", () => {
  const hash = { low: 0x12345678, high: 0x9abcdef0 };
  expect(pairsOf([hash, hash, mirroredHash(hash)], 6).toSorted()).toEqual(["1 0", "2 0", "2 1"]);
});

it("refuses a distance that the bands cannot promise", () => {
  expect(() => pairsOf([], 8)).toThrow("maxBits 8");
});

it("has nothing to visit without photos", () => {
  expect(pairsOf([], 6)).toEqual([]);
});

function pairsOf(hashes: readonly PerceptualHash[], maxBits: number): string[] {
  const pairs: string[] = [];
  forEachNearHash(hashes, maxBits, (i, j) => pairs.push(`${i} ${j}`));
  return pairs;
}

/** Forty hashes, each with seven copies that have up to eight bits turned, or are mirrored too. */
function familiesOfHashes(): readonly PerceptualHash[] {
  const random = seededRandom(20240610);
  const half = () => Math.floor(random() * 2 ** 32);
  return Array.from({ length: 40 }, () => ({ low: half(), high: half() })).flatMap((parent) => [
    parent,
    ...Array.from({ length: 7 }, () => {
      let { low, high } = random() < 0.5 ? parent : mirroredHash(parent);
      for (let turned = Math.floor(random() * 9); turned > 0; turned--)
        if (random() < 0.5) low = (low ^ (1 << Math.floor(random() * 32))) >>> 0;
        else high = (high ^ (1 << Math.floor(random() * 32))) >>> 0;
      return { low, high };
    }),
  ]);
}
