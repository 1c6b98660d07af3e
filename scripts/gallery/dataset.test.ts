import { describe, expect, it } from "vitest";

import { createDataset, isTrainable, meanDescriptor, type Candidate } from "./dataset.ts";
import { candidate, descriptorAt } from "./testing.ts";

describe("createDataset", () => {
  it("runs labels and groups beside the photos", () => {
    const { labels, groups } = createDataset([onLine("a", [0, 1]), onLine("b", [0, 1, 2])]);
    expect(labels).toEqual([0, 0, 1, 1, 1]);
    expect(new Set(groups).size).toBe(5);
  });

  it("puts pictures that hang together into one group, in whatever order they come", () => {
    const { groups } = createDataset([onLine("a", [0, 0.3, 0.15, 1])]);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[0]).toBe(groups[2]);
    expect(groups[3]).not.toBe(groups[0]);
  });

  it("keeps equal pictures of two people apart: that is a label error, not a copy", () => {
    const { groups } = createDataset([onLine("a", [0]), onLine("b", [0])]);
    expect(groups[0]).not.toBe(groups[1]);
  });

  it("has a fingerprint that follows the descriptors", () => {
    const shaOf = (first: number) => createDataset([onLine("a", [first, 1])]).sha256;
    expect(shaOf(0)).toBe(shaOf(0));
    expect(shaOf(0)).not.toBe(shaOf(0.5));
  });
});

it("needs enough photos, and more than one picture", () => {
  expect(isTrainable(onLine("a", [0, 1, 2]), 3)).toBe(true);
  expect(isTrainable(onLine("a", [0, 1]), 3)).toBe(false);
  expect(isTrainable(onLine("a", [0, 0.01, 0.02]), 3)).toBe(false);
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
