import { expect, it } from "vitest";

import { doubtOf } from "./doubt.ts";
import { featuredPeople } from "./featuredPeople.ts";
import { faceLike, galleryOf } from "./fixtures.ts";
import { rankFace, SHOWN_MATCHES } from "./rankFace.ts";

const SEVEN = galleryOf(["A", "B", "C", "D", "E", "F", "G"]);

it("shows the five nearest with their portraits, best first", () => {
  const { matches, comparedCount, resemblesSomebody } = rankFace(SEVEN, faceLike(3));
  expect(matches).toHaveLength(SHOWN_MATCHES);
  expect(matches[0]).toMatchObject({ person: { name: "D" }, similarity: 1 });
  expect(matches[0]!.portraitUrl).toBe("data:image/webp;base64,d");
  expect(comparedCount).toBe(7);
  expect(resemblesSomebody).toBe(true);
});

it("keeps a person whose portrait is missing", () => {
  const [first] = rankFace({ ...SEVEN, portraits: new Map() }, faceLike(0)).matches;
  expect(first).toMatchObject({ person: { name: "A" }, portraitUrl: undefined });
});

it("says when nobody is near", () => {
  expect(rankFace(SEVEN, faceLike(100)).resemblesSomebody).toBe(false);
});

it.each([
  [{ entropy: 0.1, ratio: 0.2 }, "settled"],
  [{ entropy: 0.3, ratio: 0.5 }, "closeSecond"],
  [{ entropy: 0.5, ratio: 0.2 }, "manyClose"],
])("turns %o into %s", (uncertainty, doubt) => {
  expect(doubtOf({ leastConfidence: 0, margin: 0, ...uncertainty })).toBe(doubt);
});

it("features women and men in turn, nobody twice", () => {
  const names = featuredPeople(SEVEN.gallery.people, 4).map(({ presentsAs }) => presentsAs);
  expect(names).toEqual(["woman", "man", "woman", "man"]);
  const all = featuredPeople(SEVEN.gallery.people, 19);
  expect(new Set(all).size).toBe(all.length);
});
