import { describe, expect, it } from "vitest";

import { fitLines, wrapWords, type Measure, type TextStyle } from "./fitText.ts";

/** Every letter is half as wide as the font is high. */
const measure: Measure = (text, { sizePx }) => text.length * sizePx * 0.5;
const FONT = { family: "display", weight: 700 } as const;
const SIZES = { largest: 100, smallestOnOneLine: 60, smallest: 20 };
const STYLE: TextStyle = { ...FONT, sizePx: 20 };

describe("fitLines", () => {
  const fit = (text: string) => fitLines(text, FONT, SIZES, 500, measure);

  it("leaves a short name large", () => {
    expect(fit("Brad Pitt")).toEqual({ lines: ["Brad Pitt"], sizePx: 100 });
  });

  it("shrinks a longer one to the width", () => {
    // 14 letters of 35 px each are 490 px.
    expect(fit("Natalie Portman".slice(0, 14))).toEqual({ lines: ["Natalie Portma"], sizePx: 71 });
  });

  it("breaks a long one where both lines are largest", () => {
    expect(fit("Luiz Inácio Lula da Silva").lines).toEqual(["Luiz Inácio", "Lula da Silva"]);
  });

  it("cuts a single endless word at the smallest size", () => {
    const { lines, sizePx } = fit("x".repeat(80));
    expect(sizePx).toBe(20);
    expect(lines).toEqual([`${"x".repeat(49)}…`]);
  });

  it("does not break what has to stay on one line", () => {
    const sizes = { largest: 34, smallestOnOneLine: 20, smallest: 20 };
    expect(fitLines("a b ".repeat(30).trim(), FONT, sizes, 500, measure).lines).toHaveLength(1);
  });
});

describe("wrapWords", () => {
  it("fills as few lines as there can be, evenly", () => {
    // 20 letters fit a line; "one two three four" would leave "five" alone.
    expect(wrapWords("one two three four five", STYLE, 200, measure)).toEqual([
      "one two three",
      "four five",
    ]);
  });

  it("keeps one line where it fits", () => {
    expect(wrapWords("one two", STYLE, 200, measure)).toEqual(["one two"]);
  });

  it("lets a word that is too wide stand alone", () => {
    expect(wrapWords("a incomprehensibilities b", STYLE, 100, measure)).toEqual([
      "a",
      "incomprehensibilities",
      "b",
    ]);
  });
});
