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

/**
 * Gives a part that came without the words of its licence those of another part,
 * where they are the same for everybody.
 *
 * @throws Error for a licence that nobody has read yet
 */
export function completeParts(parts: readonly ShippedPart[]): readonly ShippedPart[] {
  const unknown = parts.find(({ licence }) => !KNOWN_LICENCES.has(licence));
  if (unknown)
    throw new Error(`${unknown.name} has the licence ${unknown.licence}: read it first.`);
  return parts.map((part) => {
    if (part.text !== undefined || !IMPERSONAL.has(part.licence)) return part;
    const other = parts.find(({ licence, text }) => licence === part.licence && text !== undefined);
    return other?.text === undefined ? part : { ...part, text: other.text };
  });
}
