/** Which licences let a photo in. */
import { fail, ok, type Result } from "../../../src/shared/result.ts";

export interface Licence {
  /** Commons' own key, in lower case: "cc-by-sa-3.0-de". */
  readonly key: string;
  /** "CC BY-SA 3.0 DE". */
  readonly name: string;
  /** The licence's text; absent for the public domain, which has none. */
  readonly url?: string;
  readonly needsAuthor: boolean;
}

export type LicenceRefusal =
  { readonly kind: "noLicence" } | { readonly kind: "otherLicence"; readonly found: string };

/** Versions of CC licences that exist; 2.1 only in ports. */
const VERSIONS = "1\\.0|2\\.0|2\\.1|2\\.5|3\\.0|4\\.0";
/** Jurisdictions of ports, and igo for intergovernmental organisations; never a misplaced condition. */
const PORT = "(?!by|sa|nc|nd)[a-z]{2}|scotland|igo";
const CC = new RegExp(`^cc-(by|by-sa)-(${VERSIONS})(?:-(${PORT}))?$`);

/**
 * Reads the machine-readable `License` of a file's extended metadata: CC0,
 * public domain, CC BY and CC BY-SA pass, whatever version or port. Everything
 * else is refused: NC and ND, GFDL alone, CC SA 1.0, and whatever is not known
 * word for word. Where a file has several licences Commons names the freest.
 *
 * @param value as the API has it; absent or empty where Commons recognised none
 *
 * Source: LicenseParser.php of the MediaWiki extension CommonsMetadata, which writes this value.
 */
export function parseLicence(value: string | undefined): Result<Licence, LicenceRefusal> {
  const key = value?.trim().toLowerCase() ?? "";
  if (key === "") return fail({ kind: "noLicence" });
  if (key === "cc0") return ok({ key, name: "CC0 1.0", url: CC0_URL, needsAuthor: false });
  if (key === "pd" || key === "cc-pd")
    return ok({ key, name: "Public domain", needsAuthor: false });
  const [, type, version, port] = CC.exec(key) ?? [];
  if (type === undefined || version === undefined)
    return fail({ kind: "otherLicence", found: key });
  return ok({
    key,
    name: ["CC", type.toUpperCase(), version, ...(port ? [port.toUpperCase()] : [])].join(" "),
    url: `https://creativecommons.org/licenses/${[type, version, ...(port ? [port] : [])].join("/")}/`,
    needsAuthor: true,
  });
}

const CC0_URL = "https://creativecommons.org/publicdomain/zero/1.0/";
