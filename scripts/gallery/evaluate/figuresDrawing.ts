/** How every plot of the page of figures is drawn: to SVG text, in Node, the same text every time. */
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

/** One entry of the page. */
export interface Figure {
  /** Part of an address: letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** SVG; absent where the gallery has no such figures. */
  readonly svg?: string;
  /** What the colours stand for, where there are several. */
  readonly legend?: readonly LegendEntry[];
  /** What it means and how it was measured. Plain text. */
  readonly caption: string;
}

export interface LegendEntry {
  readonly colour: string;
  readonly label: string;
}

/** Colours by what they mean; the page's style sheet gives them their light and dark values. */
export const COLOURS = {
  first: "var(--first)",
  second: "var(--second)",
  muted: "var(--muted)",
  line: "var(--line)",
} as const;

/**
 * Width of every plot in px: that of the narrowest phone's column, so that text
 * is never scaled down; on wider screens the figures stand side by side.
 */
export const PLOT_WIDTH_PX = 344;

const FONT_PX = 12;
/** Of rows that are labelled at their side. */
export const ROW_HEIGHT_PX = 20;

const { document } = new JSDOM("").window;

/**
 * Draws marks to SVG text.
 *
 * @param label what a screen reader says instead of the picture
 */
export function drawn(label: string, options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    width: PLOT_WIDTH_PX,
    style: { fontSize: `${FONT_PX}px`, overflow: "visible" },
    ...options,
    document,
  });
  // The same rules in every plot: the page has them once.
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg.outerHTML;
}

/** Height in px of a plot with that many rows, its margins included. */
export function heightOfRows(rows: number, { marginTop = 8, marginBottom = 40 } = {}): number {
  return rows * ROW_HEIGHT_PX + marginTop + marginBottom;
}

/** A fraction as a percentage, never broken over two lines. */
export function percent(fraction: number, decimals = 1): string {
  return `${(fraction * 100).toFixed(decimals)}\u00a0%`;
}

/** With a comma at the thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** "1 photo", "1,200 photos". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Per cents of a fraction, down to a multiple of ten; never all of the axis. */
export function tensBelow(fraction: number): number {
  return Math.min(90, Math.floor(fraction * 10) * 10);
}

export type NameOf = (personId: string) => string;
