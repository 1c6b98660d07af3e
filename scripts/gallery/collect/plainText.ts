/** Text out of the HTML that Commons keeps authors and credits in. */

/**
 * The visible text, on one line. Made for a label or a link, not for whole
 * pages: style sheets, scripts and directly hidden elements are left out,
 * other tags only fall away.
 *
 * MediaWiki writes every other named entity as a number, so the few of XML do.
 *
 * Source: normalizeCharReferences in MediaWiki's Sanitizer.php.
 */
export function plainText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(\w+)\b[^>]*\bdisplay:\s*none\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(?:br|p|div|li|td|tr)\b[^>]*>/gi, " ")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos|nbsp));/gi, decodeReference)
    .replace(/\s+/g, " ")
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function decodeReference(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
