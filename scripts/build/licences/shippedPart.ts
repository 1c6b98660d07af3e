/** One thing of somebody else's that ships with the app. */
export interface ShippedPart {
  readonly name: string;
  readonly version?: string;
  /** An SPDX identifier: https://spdx.org/licenses/. */
  readonly licence: string;
  /** Where its source code is, or the page of who made it. */
  readonly source: string;
  /** The licence's words, with its holders; absent where the part came without them. */
  readonly text?: string;
}

/**
 * Licences that were read, and whose terms the build keeps: notices are shown in
 * the app, and `docs/licences.md` says how the two of them that ask for source
 * code, and for a way to replace a library, are obeyed.
 */
const KNOWN_LICENCES: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
]);

/** Their words name no holder, so that those of one package are those of every other. */
const IMPERSONAL: ReadonlySet<string> = new Set(["Apache-2.0", "Unlicense"]);

/** They ask for nothing, not even for their words. */
const WORDLESS: ReadonlySet<string> = new Set(["0BSD", "CC0-1.0", "Unlicense"]);

/**
 * Gives a part that came without the words of its licence those of another part,
 * where they are the same for everybody.
 *
 * @throws Error for a licence that nobody has read yet, and where its words are missing
 */
export function completeParts(parts: readonly ShippedPart[]): readonly ShippedPart[] {
  const unknown = parts.find(({ licence }) => !KNOWN_LICENCES.has(licence));
  if (unknown)
    throw new Error(`${unknown.name} has the licence ${unknown.licence}: read it first.`);
  return parts.map((part) => {
    const text =
      part.text ?? (IMPERSONAL.has(part.licence) ? wordsOf(part.licence, parts) : undefined);
    if (text !== undefined) return { ...part, text };
    if (WORDLESS.has(part.licence)) return part;
    throw new Error(`${part.name} came without the words of its licence: add them to notices/.`);
  });
}

function wordsOf(licence: string, parts: readonly ShippedPart[]): string | undefined {
  return parts.find((other) => other.licence === licence && other.text !== undefined)?.text;
}
