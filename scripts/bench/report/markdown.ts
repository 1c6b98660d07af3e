/** A table in Markdown; Prettier sets its columns straight. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Grouped by thousands, without what nobody can tell apart: 1,234; 56.7; 8.90; 0.123. */
export function number(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: value !== 0 && Math.abs(value) < 1 ? 3 : digits,
  });
}

/** Nothing measured. */
export const NONE = "–";
