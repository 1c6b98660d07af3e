/** A page to look at doubtful photos and decide about them: one file, to be opened from the disk. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import { writeWhole } from "../atomicFile.ts";
import type { PhotoFile } from "../scan.ts";
import type { DuplicateKind } from "./findDuplicates.ts";
import { reviewMarkup, type PageCode } from "./reviewMarkup.ts";

export type ShownPhoto = Pick<PhotoFile, "name" | "path">;

export interface ReviewPerson {
  readonly id: string;
  readonly name: string;
}

export interface FiledPhoto {
  readonly photo: ShownPhoto;
  /** Whom it is filed under. */
  readonly person: ReviewPerson;
}

/** A photo that may show somebody else, or nobody. */
export interface ReviewItem extends FiledPhoto {
  /** In [0, 1]: how probably it is wrong. */
  readonly suspicion: number;
  /** Kinds; `wordsFor` says them in words. */
  readonly reasons: readonly string[];
  /** By kind; shown as they are. */
  readonly scores: Readonly<Record<string, number>>;
  /** What a model that did not see the photo thinks, best first. */
  readonly topNames: readonly (ReviewPerson & {
    /** Calibrated, in [0, 1]. */
    readonly share: number;
  })[];
}

export interface ReviewedDuplicates {
  readonly kind: DuplicateKind;
  readonly acrossPeople: boolean;
  readonly photos: readonly FiledPhoto[];
}

export interface UnusablePhoto extends FiledPhoto {
  /** A kind; `wordsFor` says it in words. */
  readonly reason: string;
}

export interface Review {
  readonly title: string;
  /** In the order in which to look at them. */
  readonly items: readonly ReviewItem[];
  readonly duplicates: readonly ReviewedDuplicates[];
  readonly unusable: readonly UnusablePhoto[];
  /** Everybody a photo can be moved to. */
  readonly people: readonly ReviewPerson[];
  /** A few photos by which to know a person, by the person's id. */
  readonly typical: ReadonlyMap<string, readonly ShownPhoto[]>;
}

/** A photo of 112 px is about 3 kB; a face of half that height is still told by eye. */
const THUMBNAIL_PX = 112;

/**
 * Writes the page. It holds small copies of the photos: for the work folder,
 * never to be committed or shown to others.
 *
 * Memory: some 4 kB for each time a photo is shown.
 */
export async function writeReviewReport(path: string, review: Review): Promise<void> {
  const thumbnails = new Map<string, string>();
  for (const photo of shownPhotos(review)) {
    if (thumbnails.has(photo.path)) continue;
    const thumbnail = await thumbnailOf(photo.path);
    if (thumbnail !== undefined) thumbnails.set(photo.path, thumbnail);
  }
  await writeWhole(path, reviewMarkup(review, thumbnails, await readPageCode()));
}

/** The script and the style that the page carries, with what lets a browser run just them. */
export async function readPageCode(): Promise<PageCode> {
  const folder = join(PROJECT_ROOT, "scripts", "gallery", "curate");
  const script = await readFile(join(folder, "reviewPage.js"), "utf8");
  const style = await readFile(join(folder, "reviewPage.css"), "utf8");
  return { script, style, scriptHash: sourceHash(script), styleHash: sourceHash(style) };
}

function shownPhotos({ items, duplicates, unusable, typical }: Review): readonly ShownPhoto[] {
  const filed = [...items, ...duplicates.flatMap(({ photos }) => photos), ...unusable];
  const beside = items.flatMap(({ person }) => typical.get(person.id) ?? []);
  return [...filed.map(({ photo }) => photo), ...beside];
}

/** @returns a data URI; absent for what cannot be decoded */
async function thumbnailOf(path: string): Promise<string | undefined> {
  const image = await decodePhotoFile(path);
  if (!image.ok) return undefined;
  const { width, height, data } = image.value;
  const webp = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer();
  return `data:image/webp;base64,${webp.toString("base64")}`;
}

/** Source: W3C, Content Security Policy Level 3, 2.3.1 (hash-source). */
function sourceHash(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
