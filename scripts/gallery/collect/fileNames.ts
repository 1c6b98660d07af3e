/** Names that any file system takes, made of titles that anybody may have written. */
import { createHash } from "node:crypto";

export const EXTENSIONS = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/tiff": "tif",
} as const;

export type RasterType = keyof typeof EXTENSIONS;

/** Leaves room below the usual limit of 255 bytes for hash, extension, sidecar and unfinished files. */
const LONGEST_STEM_BYTES = 100;

/**
 * The local name of a Commons file: what is harmless of its title, ten digits
 * of the title's hash (two titles may differ in nothing else, or in case only),
 * and the extension of its content, which a scaled image need not share with its title.
 */
export function photoFileName(title: string, type: RasterType): string {
  const stem = title.replace(/^[^:]*:/, "").replace(/\.[^.]*$/, "");
  const hash = createHash("sha256").update(title).digest("hex").slice(0, 10);
  return `${safeStem(stem)}-${hash}.${EXTENSIONS[type]}`;
}

/**
 * A person's folder and id: "Renée Zellweger" → "renee-zellweger".
 *
 * @returns empty where the name has no Latin letter or digit
 */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[øØłŁđĐßæÆœŒ]/g, (letter) => UNDECOMPOSED[letter.toLowerCase()] ?? letter)
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_STEM_BYTES)
    .replace(/^-+|-+$/g, "");
}

/** Latin letters that Unicode does not take apart into a base and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** Whether a folder named by a person stays inside the folder of photos, and out of hiding. */
export function isSafeFolder(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u.test(name) && Buffer.byteLength(name) <= 100;
}

function safeStem(stem: string): string {
  const harmless = stem
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "_")
    .replace(/^[._-]+/, "");
  let cut = "";
  for (const character of harmless) {
    if (Buffer.byteLength(cut + character) > LONGEST_STEM_BYTES) break;
    cut += character;
  }
  return cut === "" ? "photo" : cut;
}
