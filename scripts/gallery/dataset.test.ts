import { describe, expect, it } from "vitest";

import { createDataset, meanDescriptor, type Candidate } from "./dataset.ts";
import { candidate, descriptorAt } from "./testing.ts";

describe("createDataset", () => {
  it("runs labels and groups beside the photos", () => {
    const { labels, groups } = createDataset([onLine("a", [0, 1]), onLine("b", [2, 3, 4])]);
    expect(labels).toEqual([0, 0, 1, 1, 1]);
    expect(new Set(groups).size).toBe(5);
  });

  it("puts pictures that hang together into one group, in whatever order they come", () => {
    const { groups } = createDataset([onLine("a", [0, 0.3, 0.15, 1])]);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[0]).toBe(groups[2]);
    expect(groups[3]).not.toBe(groups[0]);
  });

  it("puts one picture filed under two people into one group: neither may learn from the other's copy", () => {
    const { groups } = createDataset([onLine("a", [0, 2]), onLine("b", [0, 1])]);
    expect(groups[0]).toBe(groups[2]);
    expect(new Set(groups).size).toBe(3);
  });

  it("knows one view by its perceptual hash, though the faces are read differently", () => {
    const hash = { low: 0x1234, high: 0x5678 };
    const hashes = new Map([
      ["a/0.jpg", hash],
      ["a/1.jpg", { ...hash, low: 0x1235 }],
    ]);
    const { groups } = createDataset([onLine("a", [0, 0.4, 0.8])], hashes);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).not.toBe(groups[0]);
  });

  it("has a fingerprint that follows the descriptors", () => {
    const shaOf = (first: number) => createDataset([onLine("a", [first, 1])]).sha256;
    expect(shaOf(0)).toBe(shaOf(0));
    expect(shaOf(0)).not.toBe(shaOf(0.5));
  });
});

it("means descriptors value by value", () => {
  const mean = meanDescriptor([descriptorAt(1), descriptorAt(3)]);
  expect([mean[0], mean[127]]).toEqual([2, 0]);
});

/** Photos whose descriptors lie on a line, at the given places. */
function onLine(id: string, places: readonly number[]): Candidate {
  return candidate(
    id,
    places.map((place) => descriptorAt(place, 1)),
  );
}
