/** Whether a Commons file may be taken, and on what terms. */
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import type { CommonsFile } from "./commons.ts";
import { EXTENSIONS, type RasterType } from "./fileNames.ts";
import { parseLicence, type Licence, type LicenceRefusal } from "./licence.ts";
import { plainText } from "./plainText.ts";

/** A file that passed, and what is downloaded of it. */
export interface FreePhoto {
  readonly file: CommonsFile;
  readonly licence: Licence;
  /** Plain text; absent where the licence needs none and none is named. */
  readonly author: string | undefined;
  readonly download: {
    readonly url: string;
    readonly type: RasterType;
    readonly isOriginal: boolean;
  };
}

export type FileRefusal =
  | LicenceRefusal
  | { readonly kind: "notAPhoto" | "markedNonFree" | "deletionProposed" | "noAuthor" | "tooLarge" };

/** Of an original, in bytes; scaled images are a few hundred kilobytes. */
const LARGEST_ORIGINAL = 100_000_000;

/**
 * Takes raster images under a free licence. A file that also carries a
 * non-free mark, or that Commons may be about to delete, is refused whatever
 * its licence says, and so is one under CC BY or CC BY-SA that names nobody
 * to give credit to.
 */
export function judgeFile(file: CommonsFile): Result<FreePhoto, FileRefusal> {
  const { metadata } = file;
  if (!isRaster(file.mime)) return fail({ kind: "notAPhoto" });
  if (isSaid(metadata["NonFree"])) return fail({ kind: "markedNonFree" });
  if (isSaid(metadata["DeletionReason"])) return fail({ kind: "deletionProposed" });
  const licence = parseLicence(metadata["License"]);
  if (!licence.ok) {
    // Commons gives no key to licences it does not know, GFDL among them, but mostly a name.
    const name = plainText(metadata["LicenseShortName"] ?? "");
    return licence.error.kind === "noLicence" && name !== ""
      ? fail({ kind: "otherLicence", found: name })
      : licence;
  }
  const author = [metadata["Attribution"], metadata["Artist"]]
    .map((html) => plainText(html ?? ""))
    .find((text) => text !== "");
  if (licence.value.needsAuthor && author === undefined) return fail({ kind: "noAuthor" });

  const download = downloadOf(file);
  if (!download) return fail({ kind: "notAPhoto" });
  if (download.isOriginal && file.size > LARGEST_ORIGINAL) return fail({ kind: "tooLarge" });
  return ok({ file, licence: licence.value, author, download });
}

function downloadOf({ url, mime, scaled }: CommonsFile): FreePhoto["download"] | undefined {
  if (scaled && scaled.url !== url)
    return isRaster(scaled.mime)
      ? { url: scaled.url, type: scaled.mime, isOriginal: false }
      : undefined;
  return isRaster(mime) ? { url, type: mime, isOriginal: true } : undefined;
}

function isRaster(mime: string): mime is RasterType {
  return mime in EXTENSIONS;
}

/** PHP's ways of saying no. */
function isSaid(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false"].includes(value.trim().toLowerCase());
}
