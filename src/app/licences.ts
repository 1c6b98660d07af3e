// The list of everything of others' that ships, as the build has written it.
import * as v from "valibot";

import { fail, ok, type Result } from "../shared/result.ts";

/** Beside the page. */
export const LICENCES_FILE = "licences.json";

export interface LicencesJson {
  readonly parts: readonly (Omit<LicencedPart, "text"> & {
    /** Place in `texts`. */
    readonly text?: number;
  })[];
  readonly texts: readonly string[];
}

/** A package, a font, weights, or a library inside one of them. */
export interface LicencedPart {
  readonly name: string;
  readonly version?: string;
  /** An SPDX identifier. */
  readonly licence: string;
  readonly source: string;
  /** The licence's words; absent where the part came without them. */
  readonly text?: string;
}

export interface LicencesUnavailable {
  readonly kind: "licencesUnavailable";
}

const TEXT = v.pipe(v.string(), v.minLength(1));
const LICENCES = v.object({
  parts: v.array(
    v.object({
      name: TEXT,
      version: v.exactOptional(TEXT),
      licence: TEXT,
      source: v.pipe(v.string(), v.regex(/^https:\/\//)),
      text: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
  texts: v.array(v.string()),
});

/** Fetches the list. @param url of the file */
export async function loadLicences(
  url: string,
  fetchFile: (url: string) => Promise<Response> = (address) => fetch(address),
): Promise<Result<readonly LicencedPart[], LicencesUnavailable>> {
  try {
    const response = await fetchFile(url);
    if (response.ok) return decodeLicences(await response.json());
  } catch {
    // No network, or a page of a hotel's instead of the file.
  }
  return fail({ kind: "licencesUnavailable" });
}

export function decodeLicences(
  json: unknown,
): Result<readonly LicencedPart[], LicencesUnavailable> {
  const parsed = v.safeParse(LICENCES, json);
  if (!parsed.success) return fail({ kind: "licencesUnavailable" });
  const { parts, texts } = parsed.output;
  const decoded: LicencedPart[] = [];
  for (const { text: place, ...part } of parts) {
    if (place === undefined) decoded.push(part);
    else {
      const text = texts[place];
      if (text === undefined) return fail({ kind: "licencesUnavailable" });
      decoded.push({ ...part, text });
    }
  }
  return ok(decoded);
}
