/** Makes words fit a width. */

export interface TextStyle {
  readonly family: "display" | "text";
  readonly weight: number;
  readonly sizePx: number;
}

/** Width of a run of words on one line, px. */
export type Measure = (text: string, style: TextStyle) => number;

export interface FittedText {
  /** One or two. */
  readonly lines: readonly string[];
  readonly sizePx: number;
}

export interface SizeRange {
  readonly largest: number;
  /** Rather than be smaller than this, the words are broken into two lines. */
  readonly smallestOnOneLine: number;
  /** Words that are still too long at this size are cut short. */
  readonly smallest: number;
}

/** Shrinks, then breaks in two, then shrinks on, and cuts what even then is too long. */
export function fitLines(
  text: string,
  font: Omit<TextStyle, "sizePx">,
  sizes: SizeRange,
  width: number,
  measure: Measure,
): FittedText {
  const sizeFor = (lines: readonly string[]) => {
    const widest = Math.max(...lines.map((line) => measure(line, { ...font, sizePx: 100 })));
    return Math.min(sizes.largest, Math.floor((100 * width) / Math.max(widest, 1)));
  };
  const whole = sizeFor([text]);
  if (whole >= sizes.smallestOnOneLine) return { lines: [text], sizePx: whole };

  const lines = sizes.smallest < sizes.smallestOnOneLine ? brokenInTwo(text, sizeFor) : [text];
  const sizePx = Math.min(sizeFor(lines), sizes.smallestOnOneLine);
  if (sizePx >= sizes.smallest) return { lines, sizePx };
  const style = { ...font, sizePx: sizes.smallest };
  return {
    lines: lines.map((line) => cutShort(line, style, width, measure)),
    sizePx: style.sizePx,
  };
}

/** At the space that lets both lines be largest; words without a space stay on one line. */
function brokenInTwo(
  text: string,
  sizeFor: (lines: readonly string[]) => number,
): readonly string[] {
  const words = text.split(" ");
  let best: readonly string[] = [text];
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(" "), words.slice(i).join(" ")];
    if (sizeFor(lines) > sizeFor(best)) best = lines;
  }
  return best;
}

function cutShort(text: string, style: TextStyle, width: number, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && measure(`${letters.join("")}…`, style) > width) letters.pop();
  return `${letters.join("")}…`;
}

/** As few lines as there can be, of as even a width; a word wider than a line stands alone and reaches over. */
export function wrapWords(
  text: string,
  style: TextStyle,
  width: number,
  measure: Measure,
): readonly string[] {
  let lines = filledLines(text, style, width, measure);
  for (let narrower = width - BALANCE_STEP_PX; narrower > 0; narrower -= BALANCE_STEP_PX) {
    const candidate = filledLines(text, style, narrower, measure);
    if (candidate.length > lines.length) break;
    lines = candidate;
  }
  return lines;
}

const BALANCE_STEP_PX = 20;

function filledLines(
  text: string,
  style: TextStyle,
  width: number,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer, style) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
