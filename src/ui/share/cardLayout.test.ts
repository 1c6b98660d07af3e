import { describe, expect, it } from "vitest";

import {
  CARD_FORMATS,
  CARD_SIZES,
  layoutCard,
  type Box,
  type CardWords,
  type PlacedText,
} from "./cardLayout.ts";
import type { Measure } from "./fitText.ts";

const measure: Measure = (text, { sizePx }) => text.length * sizePx * 0.55;
const WORDS: CardWords = {
  title: "Natalie Portman",
  lead: "is the star I look most like",
  numeral: { whole: "97", rest: ".4%" },
  meaning: "of pairs of strangers look less alike than we two",
  captions: ["me", "composite of 19 photos"],
  wordmark: ["Star", "like"],
  address: "example.org/starlike",
};
const LONG: CardWords = {
  ...WORDS,
  title: "Её Величество Королева Елизавета Александра Мария Вторая",
  meaning: "пар незнакомых людей похожи меньше, чем мы двое ".repeat(2).trim(),
  address: `a-very-long-host-name.${"sub.".repeat(30)}example.org`,
};

describe.each(CARD_FORMATS)("a %s", (format) => {
  it.each([
    ["usual words", WORDS],
    ["long words", LONG],
    ["no second line", { ...WORDS, lead: undefined } as unknown as CardWords],
  ])("holds %s within its margins, none over another or over the faces", (_, words) => {
    const { stage, texts, width, height } = layoutCard(words, format, measure);
    expect({ width, height }).toEqual(CARD_SIZES[format]);
    const boxes = texts.map(boxOf);
    const margin = format === "story" ? 250 : 64;
    for (const box of [stage, ...boxes]) {
      expect(box.x).toBeGreaterThanOrEqual(64);
      expect(box.x + box.width).toBeLessThanOrEqual(width - 64 + 0.01);
      expect(box.y).toBeGreaterThanOrEqual(margin - 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(height - margin + 0.01);
    }
    for (const [i, box] of boxes.entries())
      for (const other of [stage, ...boxes.slice(0, i)]) expect(overlap(box, other)).toBe(false);
  });

  it("gives both faces the same room, from ear to ear", () => {
    const { halves, stage } = layoutCard(WORDS, format, measure);
    expect(halves[0].width).toBe(halves[1].width);
    expect(halves[0].width / stage.height).toBeGreaterThanOrEqual(0.559);
    expect(halves[1].x + halves[1].width).toBe(stage.x + stage.width);
  });

  it("keeps each caption within its half", () => {
    const { halves, captions } = layoutCard(WORDS, format, measure);
    for (const [i, { pill }] of captions.entries()) {
      expect(pill.x).toBeGreaterThan(halves[i]!.x);
      expect(pill.x + pill.width).toBeLessThan(halves[i]!.x + halves[i]!.width);
    }
  });
});

function boxOf({ text, x, baseline, style }: PlacedText): Box {
  // Letters without a descender: lines may touch with those.
  const height = 0.7 * style.sizePx;
  return { x, y: baseline - height, width: measure(text, style), height };
}

function overlap(a: Box, b: Box): boolean {
  const apart =
    a.x + a.width <= b.x + 0.01 ||
    b.x + b.width <= a.x + 0.01 ||
    a.y + a.height <= b.y ||
    b.y + b.height <= a.y;
  return !apart;
}
