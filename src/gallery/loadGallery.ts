import { fail, ok, type Result } from "../shared/result.ts";
import { decodeGallery } from "./decodeGallery.ts";
import type { Gallery, Person, PersonId } from "./gallery.ts";
import { nextTask } from "./nextTask.ts";

/** The gallery's files could not be fetched or are not ones we can read. A retry may help. */
export interface GalleryUnavailable {
  readonly kind: "galleryUnavailable";
  readonly file: string;
  readonly cause: string;
}

type Fetch = (url: string) => Promise<Response>;

/**
 * Fetches and decodes gallery.json and classifier.json.
 *
 * @param baseUrl of the folder that holds them, ending in "/"
 */
export async function loadGallery(
  baseUrl: string,
  fetchFile: Fetch,
): Promise<Result<Gallery, GalleryUnavailable>> {
  const [gallery, classifier] = await Promise.all([
    fetchJson(`${baseUrl}gallery.json`, fetchFile),
    fetchJson(`${baseUrl}classifier.json`, fetchFile),
  ]);
  if (!gallery.ok) return gallery;
  if (!classifier.ok) return classifier;

  await nextTask();
  const decoded = decodeGallery(gallery.value, classifier.value);
  if (decoded.ok) return decoded;
  return unavailable(baseUrl, JSON.stringify(decoded.error));
}

/** Each portrait as a `data:` URL, by person. */
export type Portraits = ReadonlyMap<PersonId, string>;

/**
 * Fetches the portraits of all people, whoever is going to be shown: a request
 * for one face after a match would tell the server who the visitor resembles.
 *
 * A portrait that cannot be had is left out, and its person is shown without.
 *
 * @param baseUrl of the folder that holds gallery.json, ending in "/"
 */
export async function loadPortraits(
  baseUrl: string,
  people: readonly Person[],
  fetchFile: Fetch,
): Promise<Portraits> {
  const loading: Promise<string | undefined>[] = [];
  for (const [i, { portrait }] of people.entries()) {
    if (i % ASKED_AT_ONCE === 0) await nextTask();
    loading.push(fetchImage(`${baseUrl}${portrait}`, fetchFile));
  }
  const urls = await Promise.all(loading);
  const found = people.map(({ id }, i) => [id, urls[i]] as const);
  return new Map(found.filter((each): each is [PersonId, string] => each[1] !== undefined));
}

/** To ask for all at once would stop a slow phone for 50 ms. */
const ASKED_AT_ONCE = 16;

async function fetchJson(
  url: string,
  fetchFile: Fetch,
): Promise<Result<unknown, GalleryUnavailable>> {
  try {
    const response = await fetchFile(url);
    if (!response.ok) return unavailable(url, `HTTP status ${response.status}`);
    return ok(await response.json());
  } catch (e) {
    return unavailable(url, String(e));
  }
}

async function fetchImage(url: string, fetchFile: Fetch): Promise<string | undefined> {
  try {
    const response = await fetchFile(url);
    const blob = await response.blob();
    // A server may answer a missing file with its start page.
    return response.ok && blob.type.startsWith("image/") ? await dataUrl(blob) : undefined;
  } catch {
    return undefined;
  }
}

/** Of one call: engines end between 65,536 and some more. */
const MOST_ARGUMENTS = 8192;

async function dataUrl(image: Blob): Promise<string> {
  const bytes = new Uint8Array(await image.arrayBuffer());
  let binary = "";
  for (let from = 0; from < bytes.length; from += MOST_ARGUMENTS)
    binary += String.fromCharCode(...bytes.subarray(from, from + MOST_ARGUMENTS));
  return `data:${image.type};base64,${btoa(binary)}`;
}

function unavailable(file: string, cause: string) {
  return fail({ kind: "galleryUnavailable", file, cause });
}
