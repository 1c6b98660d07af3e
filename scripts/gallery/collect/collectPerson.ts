/** One person's photos, from Commons into the person's folder. */
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { categoryFiles, fetchFiles, titleBatches } from "./commons.ts";
import { judgeFile, type FileRefusal, type FreePhoto } from "./judgeFile.ts";
import type { ApiFailure, MediaWikiApi } from "./mediaWikiApi.ts";
import { readPhoto } from "./photoBytes.ts";
import type { PoliteClient, RequestError } from "./politeClient.ts";
import { keepStored, removeUnfinished, store, storedName } from "./storedPhotos.ts";
import { textValues, type Item } from "./wikidata.ts";

export interface PersonTask {
  readonly person: Item;
  readonly folder: string;
  /** Most photos taken. */
  readonly limit: number;
  /** Width of the scaled photos; absent: originals. */
  readonly widthPx: number | undefined;
}

export interface Ways {
  readonly client: PoliteClient;
  readonly commons: MediaWikiApi;
}

/** What came of a person, as far as it got. */
export interface Collection {
  /** Names in the folder, in the order of preference: fetched now, or there already. */
  readonly photos: readonly string[];
  readonly fetched: number;
  /** Files not taken, by reason; "missing" for titles without a file. */
  readonly refused: ReadonlyMap<string, number>;
  /** Files that could not be fetched whole: title and why. */
  readonly broken: readonly string[];
  /** Why it went no further. */
  readonly stoppedBy: ApiFailure | undefined;
}

interface Progress {
  readonly photos: string[];
  fetched: number;
  readonly refused: Map<string, number>;
  readonly broken: string[];
}

/**
 * Takes the images of the person's item (P18) first, then the files of the
 * Commons category (P373), until there are enough.
 */
export async function collectPerson(task: PersonTask, ways: Ways): Promise<Collection> {
  await removeUnfinished(task.folder);
  const progress: Progress = { photos: [], fetched: 0, refused: new Map(), broken: [] };
  const stopped = await takeUntilEnough(task, ways, progress);
  return { ...progress, stoppedBy: stopped.ok ? undefined : stopped.error };
}

async function takeUntilEnough(
  task: PersonTask,
  ways: Ways,
  progress: Progress,
): Promise<Result<undefined, ApiFailure>> {
  const seen = new Set<string>();
  for await (const titles of titlesOf(task.person, ways.commons)) {
    if (!titles.ok) return titles;
    for (const batch of titleBatches(titles.value)) {
      const files = await fetchFiles(ways.commons, batch, task.widthPx);
      if (!files.ok) return files;
      for (const asked of batch) {
        const file = files.value.get(asked);
        if (file && seen.has(file.sha1)) continue;
        if (file) seen.add(file.sha1);
        const judged = file ? judgeFile(file) : fail({ kind: "missing" } as const);
        if (!judged.ok) {
          count(progress.refused, reasonOf(judged.error));
          continue;
        }
        const taken = await take(judged.value, task, ways, progress);
        if (!taken.ok) return taken;
        if (progress.photos.length >= task.limit) return ok(undefined);
      }
    }
  }
  return ok(undefined);
}

/** Pages of titles not given before, the most telling source first. */
async function* titlesOf(
  person: Item,
  commons: MediaWikiApi,
): AsyncGenerator<Result<readonly string[], ApiFailure>> {
  const images = textValues(person, "P18").map((name) => `File:${name}`);
  const given = new Set(images);
  yield ok([...given]);
  for (const category of textValues(person, "P373"))
    for await (const page of categoryFiles(commons, category)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const titles = page.value.filter((title) => !given.has(title));
      for (const title of titles) given.add(title);
      yield ok(titles);
    }
}

/** A file that stays broken costs that file; a server that does not answer ends the person. */
async function take(
  photo: FreePhoto,
  { person, folder, widthPx }: PersonTask,
  { client }: Ways,
  progress: Progress,
): Promise<Result<undefined, RequestError>> {
  const wanted = { person: person.id, photo, widthPx };
  if (!(await keepStored(folder, wanted))) {
    const bytes = await client.get(new URL(photo.download.url), (answer) =>
      readPhoto(photo, answer),
    );
    if (!bytes.ok) {
      if (!isOfTheFile(bytes.error)) return bytes;
      progress.broken.push(`${photo.file.title}: ${whyBroken(bytes.error)}`);
      return ok(undefined);
    }
    await store(folder, wanted, bytes.value);
    progress.fetched++;
  }
  progress.photos.push(storedName(wanted));
  return ok(undefined);
}

/** 403 is said to the client, not of the file. */
function isOfTheFile(error: RequestError): boolean {
  return error.kind === "unusableAnswer" || (error.kind === "refused" && error.status !== 403);
}

function whyBroken(error: RequestError): string {
  if (error.kind === "refused") return `status ${error.status}`;
  return "why" in error ? error.why : error.kind;
}

function reasonOf(refusal: FileRefusal | { readonly kind: "missing" }): string {
  return refusal.kind === "otherLicence" ? `otherLicence: ${refusal.found}` : refusal.kind;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
