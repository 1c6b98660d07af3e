import { expect, it } from "vitest";

import { faceLike, galleryOf, readingOf } from "../fixtures.ts";
import { answerAmong } from "./matchResult.ts";

// A, C, E and G are women, the others men.
const SEVEN = galleryOf(["A", "B", "C", "D", "E", "F", "G"]);
const like = (axis: number, loaded = SEVEN) => ({ loaded, reading: readingOf(faceLike(axis)) });

it("ranks everybody with their portraits, best first", () => {
  const { matches, comparedCount, resemblesSomebody } = answerAmong(like(3), "everyone");
  expect(matches).toHaveLength(7);
  expect(matches[0]).toMatchObject({ person: { name: "D" }, similarity: 1, distance: 0 });
  expect(matches[0]!.portraitUrl).toBe("data:image/webp;base64,d");
  expect(comparedCount).toBe(7);
  expect(resemblesSomebody).toBe(true);
});

it("compares with a group alone, and shares everything among it", () => {
  const { matches, comparedCount } = answerAmong(like(3), "women");
  expect(matches.map(({ person }) => person.name).toSorted()).toEqual(["A", "C", "E", "G"]);
  expect(comparedCount).toBe(4);
  expect(matches.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
});

it("says of a group that nobody in it is near, though somebody else is", () => {
  const near = galleryOf(["A", "B", "C"], 1);
  expect(answerAmong(like(1, near), "everyone").resemblesSomebody).toBe(true);
  expect(answerAmong(like(1, near), "women").resemblesSomebody).toBe(false);
});

it("keeps a person whose portrait is missing", () => {
  const [first] = answerAmong(like(0, { ...SEVEN, portraits: new Map() }), "everyone").matches;
  expect(first).toMatchObject({ person: { name: "A" }, portraitUrl: undefined });
});

it("says when nobody is near", () => {
  expect(answerAmong(like(100), "everyone").resemblesSomebody).toBe(false);
});
