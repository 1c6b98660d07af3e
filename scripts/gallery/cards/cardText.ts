/** What both cards are written with. */
import type { Interval } from "../evaluate/galleryMetrics.ts";

/** "98.2 %". */
export function percent(fraction: number, decimals = 1): string {
  return `${(fraction * 100).toFixed(decimals)} %`;
}

/** "97.6 to 98.7 %". */
export function range({ low, high }: Interval, decimals = 1): string {
  return `${(low * 100).toFixed(decimals)} to ${percent(high, decimals)}`;
}

/** "6,190,344". */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** A Markdown table; Prettier aligns its columns. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
