/** Where everything of a share card stands. Pure: widths of words come from a function. */
import { fitLines, wrapWords, type Measure, type TextStyle } from "./fitText.ts";
import type { CardColour } from "./cardColours.ts";

/** px; what posts and stories are shown at without being scaled. */
export const CARD_SIZES = {
  post: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
} as const;

export type CardFormat = keyof typeof CARD_SIZES;
export const CARD_FORMATS = Object.keys(CARD_SIZES) as readonly CardFormat[];

/** The words of a card, in the language of the page. */
export interface CardWords {
  /** The star's name, or what stands in its place. */
  readonly title: string;
  /** Absent where the title says it all. */
  readonly lead?: string;
  /** The likeness in two parts, "97" and ".4%". */
  readonly numeral: { readonly whole: string; readonly rest: string };
  readonly meaning: string;
  readonly captions: readonly [first: string, second: string];
  readonly wordmark: readonly [plain: string, accent: string];
  readonly address: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A run of words on one line; `x` is its left end. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly style: TextStyle;
  readonly colour: CardColour;
}

export interface CardLayout {
  readonly width: number;
  readonly height: number;
  /** What holds both faces. */
  readonly stage: Box;
  readonly halves: readonly [Box, Box];
  readonly captions: readonly [Caption, Caption];
  readonly texts: readonly PlacedText[];
}

export interface Caption {
  readonly pill: Box;
  readonly text: PlacedText;
}

const MARGIN = 64;
/** Apps lay their own buttons over the top and the bottom of a story. px, by the sizes that they publish. */
const STORY_MARGIN = 250;
const GAP_BETWEEN_HALVES = 8;
/** Half of a face as narrow as this still shows it from ear to ear. Width to height. */
const NARROWEST_HALF = 0.56;

const TITLE = { family: "display", weight: 700 } as const;
const LEAD: TextStyle = { family: "text", weight: 400, sizePx: 40 };
const NUMERAL: TextStyle = { family: "display", weight: 400, sizePx: 190 };
const REST: TextStyle = { ...NUMERAL, sizePx: 95 };
const MEANING: TextStyle = { family: "text", weight: 400, sizePx: 38 };
const WORDMARK: TextStyle = { family: "display", weight: 700, sizePx: 46 };
const ADDRESS = { family: "text", weight: 400 } as const;
const CAPTION: TextStyle = { family: "text", weight: 500, sizePx: 28 };

const TITLE_SIZES = { largest: 116, smallestOnOneLine: 84, smallest: 48 } as const;
const ADDRESS_SIZES = { largest: 34, smallestOnOneLine: 20, smallest: 20 } as const;

/** Heights above and below lines, in their size: of both fonts nearly the same. */
const ASCENT = 0.75;
const LINE = 1.14;
const NUMERAL_HEIGHT = 0.68 * NUMERAL.sizePx;

/** The words stand at the bottom, the faces take what is left. */
export function layoutCard(words: CardWords, format: CardFormat, measure: Measure): CardLayout {
  const { width, height } = CARD_SIZES[format];
  const margin = format === "story" ? STORY_MARGIN : MARGIN;
  const inner = width - 2 * MARGIN;
  const blocks = [
    titleBlock(words, inner, measure),
    numeralBlock(words, inner, measure),
    footerBlock(words, inner, measure),
  ];
  const wordsHeight = blocks.reduce((sum, block) => sum + block.height, 0);
  const room = height - 2 * margin - wordsHeight;
  const halfWidth = (inner - GAP_BETWEEN_HALVES) / 2;
  const stageHeight = Math.min(room, halfWidth / NARROWEST_HALF);
  const top = margin + (room - stageHeight) / 2;
  const stage = { x: MARGIN, y: top, width: inner, height: stageHeight };

  let y = top + stageHeight;
  const texts = blocks.flatMap((block) => {
    const placed = block.place(y);
    y += block.height;
    return placed;
  });
  const halves = halvesOf(stage, halfWidth);
  return {
    width,
    height,
    stage,
    halves,
    captions: [
      caption(words.captions[0], halves[0], "start", measure),
      caption(words.captions[1], halves[1], "end", measure),
    ],
    texts,
  };
}

/** A part of the card whose height is known before its place is. */
interface Block {
  readonly height: number;
  readonly place: (top: number) => readonly PlacedText[];
}

function titleBlock({ title, lead }: CardWords, width: number, measure: Measure): Block {
  const { lines, sizePx } = fitLines(title, TITLE, TITLE_SIZES, width, measure);
  const above = 44;
  const titleHeight = lines.length * sizePx * LINE;
  const leadHeight = lead === undefined ? 0 : LEAD.sizePx * 1.5;
  return {
    height: above + titleHeight + leadHeight,
    place: (top) => {
      const placed: PlacedText[] = lines.map((text, i) => ({
        text,
        x: MARGIN,
        baseline: top + above + (i * LINE + ASCENT) * sizePx,
        style: { ...TITLE, sizePx },
        colour: "text",
      }));
      if (lead === undefined) return placed;
      const baseline = top + above + titleHeight + 1.05 * LEAD.sizePx;
      return [...placed, { text: lead, x: MARGIN, baseline, style: LEAD, colour: "textMuted" }];
    },
  };
}

function numeralBlock({ numeral, meaning }: CardWords, width: number, measure: Measure): Block {
  const above = 48;
  const wholeWidth = measure(numeral.whole, NUMERAL);
  const numeralWidth = wholeWidth + measure(numeral.rest, REST);
  const gap = 40;
  const lines = wrapWords(meaning, MEANING, width - numeralWidth - gap, measure);
  const linePx = 1.32 * MEANING.sizePx;
  const height = Math.max(NUMERAL_HEIGHT, lines.length * linePx);
  return {
    height: above + height,
    place: (top) => {
      const middle = top + above + height / 2;
      const baseline = middle + NUMERAL_HEIGHT / 2;
      const first = middle - (lines.length * linePx) / 2 + 0.95 * MEANING.sizePx;
      return [
        { text: numeral.whole, x: MARGIN, baseline, style: NUMERAL, colour: "accent" },
        { text: numeral.rest, x: MARGIN + wholeWidth, baseline, style: REST, colour: "accent" },
        ...lines.map((text, i): PlacedText => {
          const x = MARGIN + numeralWidth + gap;
          return { text, x, baseline: first + i * linePx, style: MEANING, colour: "text" };
        }),
      ];
    },
  };
}

function footerBlock({ wordmark, address }: CardWords, width: number, measure: Measure): Block {
  const above = 56;
  const [plain, accent] = wordmark;
  const plainWidth = measure(plain, WORDMARK);
  const left = plainWidth + measure(accent, WORDMARK) + 48;
  const fitted = fitLines(address, ADDRESS, ADDRESS_SIZES, width - left, measure);
  const text = fitted.lines[0]!;
  const style = { ...ADDRESS, sizePx: fitted.sizePx };
  return {
    height: above + WORDMARK.sizePx,
    place: (top) => {
      const baseline = top + above + ASCENT * WORDMARK.sizePx;
      const end = MARGIN + width - measure(text, style);
      return [
        { text: plain, x: MARGIN, baseline, style: WORDMARK, colour: "text" },
        { text: accent, x: MARGIN + plainWidth, baseline, style: WORDMARK, colour: "accent" },
        { text, x: end, baseline, style, colour: "textMuted" },
      ];
    },
  };
}

function halvesOf({ x, y, width, height }: Box, halfWidth: number): readonly [Box, Box] {
  return [
    { x, y, width: halfWidth, height },
    { x: x + width - halfWidth, y, width: halfWidth, height },
  ];
}

function caption(text: string, half: Box, side: "start" | "end", measure: Measure): Caption {
  const inset = 24;
  const padding = 20;
  const width = measure(text, CAPTION) + 2 * padding;
  const height = 1.7 * CAPTION.sizePx;
  const x = side === "start" ? half.x + inset : half.x + half.width - inset - width;
  const y = half.y + half.height - inset - height;
  const baseline = y + height / 2 + 0.35 * CAPTION.sizePx;
  return {
    pill: { x, y, width, height },
    text: { text, x: x + padding, baseline, style: CAPTION, colour: "onVeil" },
  };
}
