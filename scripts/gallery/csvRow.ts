/**
 * One line of a CSV file, without its end. Cells with commas, quotes or line breaks are quoted.
 *
 * Source: RFC 4180.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map(quoted).join(",");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
