/** A percentage in two parts, so that the whole can stand large: "97" and ".4%". */
export interface PercentParts {
  readonly whole: string;
  readonly rest: string;
}

const LARGEST_SHOWN_SIMILARITY = 0.999;

/**
 * A similarity as a percentage with one decimal, rounded down and never above
 * 99.9 %: no two faces are shown as alike beyond all others, and "97.4 %" is
 * never more than was measured.
 *
 * @param similarity in [0, 1]
 */
export function formatSimilarity(similarity: number, language: string): string {
  const { whole, rest } = similarityParts(similarity, language);
  return whole + rest;
}

/** The same in two parts. */
export function similarityParts(similarity: number, language: string): PercentParts {
  // 0.07 * 1000 is 70.00000000000001 and 0.29 * 1000 just below 290.
  const down = Math.floor(similarity * 1000 + 1e-9) / 1000;
  const format = new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const parts = format.formatToParts(Math.min(down, LARGEST_SHOWN_SIMILARITY));
  const text = (isWhole: boolean) =>
    parts
      .filter(({ type }) => (type === "integer") === isWhole)
      .map(({ value }) => value)
      .join("");
  return { whole: text(true), rest: text(false) };
}

/**
 * A share as a whole percentage, rounded to the nearest; "<1%" and ">99%" at
 * the ends, since a calibrated share is never nothing and never certain.
 *
 * @param share in [0, 1]
 */
export function formatShare(share: number, language: string): string {
  const percent = (value: number) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(value);
  if (share < 0.01) return `<${percent(0.01)}`;
  if (share > 0.99) return `>${percent(0.99)}`;
  return percent(share);
}

/** Megabytes of 10⁶ bytes with one decimal, without the unit. */
export function formatMegabytes(bytes: number, language: string): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1e6);
}

/** A whole number with the language's sign between the thousands. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(count);
}
