import { expect, it } from "vitest";

import {
  formatCount,
  formatMegabytes,
  formatShare,
  formatSimilarity,
  similarityParts,
} from "./formatNumbers.ts";

it.each([
  [0.9744, "97.4%"],
  [0.97499, "97.4%"],
  [0.9996, "99.9%"],
  [1, "99.9%"],
  [0.29, "29.0%"],
  [0.07, "7.0%"],
  [0, "0.0%"],
])("shows the similarity %f as %s, never rounded up", (similarity, text) => {
  expect(formatSimilarity(similarity, "en")).toBe(text);
});

it("writes percentages as Russian does", () => {
  expect(formatSimilarity(0.9744, "ru")).toBe("97,4\u00a0%");
  expect(similarityParts(0.9744, "ru")).toEqual({ whole: "97", rest: ",4\u00a0%" });
});

it.each([
  [0, "<1%"],
  [0.0099, "<1%"],
  [0.344, "34%"],
  [0.99, "99%"],
  [0.9996, ">99%"],
])("shows the share %f as %s", (share, text) => {
  expect(formatShare(share, "en")).toBe(text);
});

it("counts megabytes in millions", () => {
  expect(formatMegabytes(12_440_000, "en")).toBe("12.4");
  expect(formatMegabytes(4_600_000, "ru")).toBe("4,6");
});

it("parts the thousands as each language does", () => {
  expect(formatCount(127_022, "en")).toBe("127,022");
  expect(formatCount(127_022, "ru")).toBe("127\u00a0022");
});
