/** A person's folder: each photo with a sidecar that says where it is from. */
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

import { UNFINISHED, writeWhole } from "../atomicFile.ts";
import { photoFileName } from "./fileNames.ts";
import type { FreePhoto } from "./judgeFile.ts";
import { sha1 } from "./photoBytes.ts";
import { plainText } from "./plainText.ts";

const SIDECAR = v.object({
  person: v.string(),
  title: v.string(),
  licence: v.string(),
  sha1: v.string(),
  scaledToPx: v.optional(v.number()),
  storedSha1: v.string(),
});

/** What of a sidecar is read back. */
export type Sidecar = v.InferOutput<typeof SIDECAR>;

export interface PhotoToStore {
  /** Q-id. */
  readonly person: string;
  readonly photo: FreePhoto;
  /** The width asked for; absent: the original. */
  readonly widthPx: number | undefined;
}

/** The name of a photo in its person's folder. */
export function storedName({ photo }: PhotoToStore): string {
  return photoFileName(photo.file.title, photo.download.type);
}

/**
 * Whether an earlier run left this very photo: the same version on Commons, the
 * same width asked for, and the bytes that were stored then. What Commons says
 * of author and licence is written anew where it has changed.
 */
export async function keepStored(folder: string, wanted: PhotoToStore): Promise<boolean> {
  const path = join(folder, storedName(wanted));
  const sidecar = await readSidecar(path);
  if (!sidecar || !existsSync(path)) return false;
  const { file } = wanted.photo;
  if (sidecar.sha1 !== file.sha1 || sidecar.scaledToPx !== wanted.widthPx) return false;
  if (sha1(await readFile(path)) !== sidecar.storedSha1) return false;
  const text = sidecarText(wanted, sidecar.storedSha1);
  if (text !== (await readFile(sidecarPath(path), "utf8")))
    await writeWhole(sidecarPath(path), text);
  return true;
}

/** The photo first: a sidecar says that its photo is whole. */
export async function store(
  folder: string,
  wanted: PhotoToStore,
  bytes: Uint8Array,
): Promise<void> {
  const path = join(folder, storedName(wanted));
  await writeWhole(path, bytes);
  await writeWhole(sidecarPath(path), sidecarText(wanted, sha1(bytes)));
}

/** Names of the photos in the folder that have a sidecar, sorted, with what it says. */
export async function readStored(folder: string): Promise<ReadonlyMap<string, Sidecar>> {
  const stored = new Map<string, Sidecar>();
  if (!existsSync(folder)) return stored;
  for (const name of (await readdir(folder)).toSorted()) {
    const sidecar = name.endsWith(".json") ? undefined : await readSidecar(join(folder, name));
    if (sidecar) stored.set(name, sidecar);
  }
  return stored;
}

/** Removes what a killed run left unfinished. Only one collector may be at work in a folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder))
    if (name.endsWith(UNFINISHED)) await rm(join(folder, name));
}

function sidecarPath(photoPath: string): string {
  return `${photoPath}.json`;
}

/** Absent when there is none or it is not one of ours. */
async function readSidecar(photoPath: string): Promise<Sidecar | undefined> {
  const path = sidecarPath(photoPath);
  if (!existsSync(path)) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(SIDECAR, json);
  return parsed.success ? parsed.output : undefined;
}

/** Holds no time of its own: the same answers give the same bytes. */
function sidecarText({ person, photo, widthPx }: PhotoToStore, storedSha1: string): string {
  const { file, licence, author, download } = photo;
  const credit = plainText(file.metadata["Credit"] ?? "");
  const restrictions = file.metadata["Restrictions"] ?? "";
  const content = {
    person,
    title: file.title,
    author,
    credit: credit === "" ? undefined : credit,
    licence: licence.name,
    licenceKey: licence.key,
    licenceUrl: licence.url,
    restrictions: restrictions === "" ? undefined : restrictions,
    sourcePage: file.descriptionUrl,
    fileUrl: file.url,
    fetchedUrl: download.url,
    uploadedAt: file.uploadedAt,
    width: file.width,
    height: file.height,
    sha1: file.sha1,
    scaledToPx: widthPx,
    storedSha1,
  } satisfies Sidecar & Readonly<Record<string, unknown>>;
  return `${JSON.stringify(content, null, 2)}\n`;
}
