/** Stage 1: names in, freely licensed photos out, each with its sidecar, and the builder's lists. */
import { join } from "node:path";

import { seededRandom } from "../../../src/shared/random.ts";
import { collectPerson, type Collection, type Ways } from "./collectPerson.ts";
import { slug } from "./fileNames.ts";
import { writeLists, type ListRow, type PersonToList } from "./listFiles.ts";
import { openMediaWikiApi, type MediaWikiApi } from "./mediaWikiApi.ts";
import { personFacts } from "./personFacts.ts";
import { createPoliteClient } from "./politeClient.ts";
import { labelOf, resolvePerson, type ResolveError } from "./resolvePerson.ts";
import { readStored } from "./storedPhotos.ts";
import { userAgent } from "./userAgent.ts";
import type { WantedPerson } from "./wantedPeople.ts";
import type { Item } from "./wikidata.ts";
import { REAL_WORLD, type World } from "./world.ts";

export interface CollectOptions {
  readonly people: readonly WantedPerson[];
  /** Gets a folder for each person, people.csv, people.ru.csv and sources.json. */
  readonly outDir: string;
  /** E-mail or web address of whoever runs this; Wikimedia requires one. */
  readonly contact: string;
  /** Most photos of a person. */
  readonly limit: number;
  /** Least width of the scaled photos; absent: originals. */
  readonly widthPx: number | undefined;
  /** Of labels, both those asked for and those written; a code such as "en". */
  readonly language: string;
  /** From the end of a request to the start of the next, in milliseconds. */
  readonly gapMs: number;
  /** Attempts after the first, for each request. */
  readonly retries: number;
  readonly timeoutMs: number;
  readonly seed: number;
  readonly wikidataApi: string;
  readonly commonsApi: string;
  /** Called as each person is done. */
  readonly onPerson?: (report: PersonReport) => void;
  readonly world?: World;
}

export interface CollectReport {
  /** In the order asked for. */
  readonly people: readonly PersonReport[];
}

export type PersonReport =
  | {
      readonly kind: "collected";
      readonly asked: string;
      readonly id: string;
      readonly folder: string;
      readonly collection: Collection;
      /** Photos in the folder that this run did not choose; they count in a build all the same. */
      readonly leftOver: readonly string[];
      /** As listed; absent when there is no photo and so no row. */
      readonly row: ListRow | undefined;
      /** For the field left open, if it is: those that the occupations point to. */
      readonly possibleFields: readonly string[];
    }
  | { readonly kind: "failed"; readonly asked: string; readonly error: PersonError };

export type PersonError =
  | ResolveError
  | { readonly kind: "namedTwice"; readonly id: string }
  | { readonly kind: "folderTaken"; readonly folder: string };

type FolderOutcome = { readonly folder: string } | { readonly taken: string };

/**
 * Collects one person after the other. Whoever cannot be found, or whose photos
 * cannot be fetched, is reported, and the run goes on. A run that was stopped
 * is resumed by the same call: photos that are there whole are not fetched
 * again, and the lists are whole after each person.
 *
 * @throws when the contact is no address, or a list in `outDir` is malformed
 */
export async function collectPhotos(options: CollectOptions): Promise<CollectReport> {
  const { wikidataApi, commonsApi } = options;
  const client = createPoliteClient({
    ...options,
    userAgent: userAgent(options.contact),
    random: seededRandom(options.seed),
    world: options.world ?? REAL_WORLD,
  });
  const wikidata = openMediaWikiApi(client, wikidataApi);
  const ways = { client, commons: openMediaWikiApi(client, commonsApi) };
  const given = options.people.flatMap(({ folder }) => (folder === undefined ? [] : [folder]));
  const run: Run = { options, wikidata, ways, promised: new Set(given), done: new Map() };

  const people: PersonReport[] = [];
  for (const wanted of options.people) {
    const report = await collectWanted(wanted, run);
    people.push(report);
    options.onPerson?.(report);
  }
  return { people };
}

interface Run {
  readonly options: CollectOptions;
  readonly wikidata: MediaWikiApi;
  readonly ways: Ways;
  /** Folders that the list gives to somebody. */
  readonly promised: ReadonlySet<string>;
  /** Folders of this run, by Q-id. */
  readonly done: Map<string, string>;
}

async function collectWanted(wanted: WantedPerson, run: Run): Promise<PersonReport> {
  const { options, done } = run;
  const { asked } = wanted;
  const found = await resolvePerson(run.wikidata, asked, options.language);
  if (!found.ok) return { kind: "failed", asked, error: found.error };
  const person = found.value;
  const { id } = person;
  if (done.has(id)) return { kind: "failed", asked, error: { kind: "namedTwice", id } };

  const name = wanted.name ?? labelOf(person, options.language) ?? asked;
  const place = await folderFor(person, name, wanted.folder, run);
  if ("taken" in place)
    return { kind: "failed", asked, error: { kind: "folderTaken", folder: place.taken } };
  const { folder } = place;
  done.set(id, folder);

  const path = join(options.outDir, folder);
  const collection = await collectPerson({ ...options, person, folder: path }, run.ways);
  const stored = await readStored(path);
  const chosen = new Set(collection.photos);
  const facts = personFacts(person);
  const [row] =
    stored.size > 0
      ? await writeLists(options.outDir, [personToList(wanted, person, name, folder)])
      : [];
  return {
    kind: "collected",
    asked,
    id,
    folder,
    collection,
    leftOver: [...stored.keys()].filter((photo) => !chosen.has(photo)),
    row,
    possibleFields: row?.field === "" ? facts.possibleFields : [],
  };
}

function personToList(
  wanted: WantedPerson,
  person: Item,
  name: string,
  folder: string,
): PersonToList {
  const { presentsAs = "", field = "" } = personFacts(person);
  return {
    folder,
    given: {
      name: wanted.name ?? "",
      presents_as: wanted.presentsAs ?? "",
      field: wanted.field ?? "",
      region: wanted.region ?? "",
    },
    known: { name, presents_as: presentsAs, field },
    // The default for all languages is in Latin letters: no Russian name.
    russianName: person.labels["ru"],
  };
}

/**
 * The list's folder, else one named after the person, with the Q-id where the
 * name has no Latin letters or its folder is a namesake's.
 */
async function folderFor(
  { id }: Item,
  name: string,
  given: string | undefined,
  { options, promised, done }: Run,
): Promise<FolderOutcome> {
  const isFree = async (folder: string) => {
    if ([...done.values()].includes(folder)) return false;
    const stored = await readStored(join(options.outDir, folder));
    return [...stored.values()].every(({ person }) => person === id);
  };
  if (given !== undefined) return (await isFree(given)) ? { folder: given } : { taken: given };
  const short = slug(name);
  if (short !== "" && !promised.has(short) && (await isFree(short))) return { folder: short };
  const long = [short, id.toLowerCase()].filter((part) => part !== "").join("-");
  return (await isFree(long)) ? { folder: long } : { taken: long };
}
