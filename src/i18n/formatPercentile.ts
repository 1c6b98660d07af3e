const LARGEST_SHOWN = 0.99;

/**
 * A percentile as a whole percentage, rounded down and never above 99 %:
 * "more alike than 94 % of pairs" is never more than was measured.
 *
 * @param share of pairs, in [0, 1]
 */
export function formatPercentile(share: number, language: string): string {
  // 0.29 * 100 is 28.999999999999996.
  const down = Math.floor(share * 100 + 1e-9) / 100;
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.min(down, LARGEST_SHOWN),
  );
}
