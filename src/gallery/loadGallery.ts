import { fail, ok, type Result } from "../shared/result.ts";
import { decodeDescription, withClassifier } from "./decodeGallery.ts";
import type { Gallery, Person, PersonId } from "./gallery.ts";
import { nextTask } from "./nextTask.ts";
import { decodePortraitPack, PORTRAIT_PACK } from "./portraitPack.ts";

/** The gallery's files could not be fetched or are not ones we can read. A retry may help. */
export interface GalleryUnavailable {
  readonly kind: "galleryUnavailable";
  readonly file: string;
  readonly cause: string;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

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
  const described = decodeDescription(gallery.value);
  if (!described.ok) return unavailable(baseUrl, JSON.stringify(described.error));
  await nextTask();
  const whole = withClassifier(described.value, classifier.value);
  return whole.ok ? whole : unavailable(baseUrl, JSON.stringify(whole.error));
}

/** Composite portraits by person; absent for those whose portrait could not be had. */
export interface Portraits {
  /** As a `data:` URL, so that showing one asks the network for nothing. Made when it is first asked for. */
  get(person: PersonId): string | undefined;
}

/**
 * Fetches the portraits of all people in one file, whoever is going to be shown:
 * a request for one face after a match would tell the server who the visitor resembles.
 *
 * People whose portrait cannot be had are shown without.
 *
 * @param baseUrl of the folder that holds gallery.json, ending in "/"
 */
export async function loadPortraits(baseUrl: string, fetchFile: Fetch): Promise<PortraitFiles> {
  const url = `${baseUrl}${PORTRAIT_PACK}`;
  const pack = await fetchPack(url, "default", fetchFile);
  // Past the HTTP cache, which may hold half a file, or one of another release.
  return pack ?? (await fetchPack(url, "reload", fetchFile)) ?? new Map();
}

/** Pictures by the path that gallery.json gives them. */
export type PortraitFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export function portraitsOf(people: readonly Person[], files: PortraitFiles): Portraits {
  const paths = new Map(people.map(({ id, portrait }) => [id, portrait]));
  const urls = new Map<PersonId, string>();
  return {
    get(person) {
      const made = urls.get(person);
      const file = files.get(paths.get(person) ?? "");
      if (made !== undefined || file === undefined) return made;
      const url = dataUrl(file);
      urls.set(person, url);
      return url;
    },
  };
}

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

async function fetchPack(
  url: string,
  cache: RequestCache,
  fetchFile: Fetch,
): Promise<PortraitFiles | undefined> {
  try {
    const response = await fetchFile(url, { cache });
    if (!response.ok) return undefined;
    const pack = decodePortraitPack(new Uint8Array(await response.arrayBuffer()));
    return pack.ok ? pack.value : undefined;
  } catch {
    return undefined;
  }
}

/** Of one call: engines end between 65,536 and some more. */
const MOST_ARGUMENTS = 8192;

function dataUrl(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += MOST_ARGUMENTS)
    binary += String.fromCharCode(...bytes.subarray(from, from + MOST_ARGUMENTS));
  return `data:image/webp;base64,${btoa(binary)}`;
}

function unavailable(file: string, cause: string) {
  return fail({ kind: "galleryUnavailable", file, cause });
}
