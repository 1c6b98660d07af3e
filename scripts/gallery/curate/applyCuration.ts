/** Decisions about photos, carried out on what the scan found. */
import { assertNever } from "../../../src/shared/assert.ts";
import type { ListedPerson, PhotoFile } from "../scan.ts";
import { curatedPhoto, type CurationRow } from "./curationFile.ts";

export interface CuratedPeople {
  /** The same people in the same order; photos sorted by name. A moved photo keeps its name. */
  readonly people: readonly ListedPerson[];
  /** Names of photos that someone vouched for, by "keep" or "move": never suspect again. */
  readonly vouched: ReadonlySet<string>;
  readonly dropped: readonly PhotoFile[];
  readonly moved: readonly MovedPhoto[];
  readonly stale: readonly StaleRow[];
}

export interface MovedPhoto {
  readonly photo: PhotoFile;
  /** Ids of people. */
  readonly from: string;
  readonly to: string;
}

/** A row that does not fit the folders any more. */
export interface StaleRow {
  readonly kind: "unknownFolder" | "unknownFile" | "unknownTarget";
  readonly row: CurationRow;
}

/**
 * Drops, moves and vouches for photos. A row that fits nothing is reported and
 * changes nothing, but for a move to a person who is not there: that photo is
 * certainly in the wrong folder, so it is dropped.
 *
 * A folder is known by its own name or by the person's id.
 */
export function applyCuration(
  people: readonly ListedPerson[],
  rows: readonly CurationRow[],
): CuratedPeople {
  const idOf = idsByFolder(people);
  const photos = new Map(
    people.flatMap(({ photos }) => photos.map((photo) => [photo.name.normalize("NFC"), photo])),
  );
  const gone = new Set<PhotoFile>();
  const vouched = new Set<string>();
  const dropped: PhotoFile[] = [];
  const moved: MovedPhoto[] = [];
  const stale: StaleRow[] = [];
  for (const row of rows) {
    const { folder, decision } = row;
    const photo = photos.get(curatedPhoto(row));
    if (!photo) {
      stale.push({
        kind: idOf.has(folder.normalize("NFC")) ? "unknownFile" : "unknownFolder",
        row,
      });
      continue;
    }
    const to = decision.kind === "move" ? idOf.get(decision.to.normalize("NFC")) : undefined;
    const isLost = decision.kind === "move" && to === undefined;
    if (isLost) stale.push({ kind: "unknownTarget", row });
    if (decision.kind !== "keep") gone.add(photo);
    if (decision.kind === "drop" || isLost) dropped.push(photo);
    else vouched.add(photo.name);
    if (to !== undefined) moved.push({ photo, from: idOf.get(folder.normalize("NFC"))!, to });
  }
  return {
    people: people.map((person) => regrouped(person, gone, moved)),
    vouched,
    dropped,
    moved,
    stale,
  };
}

/** Ids by themselves, and by the folders that the people's photos lie in. */
function idsByFolder(people: readonly ListedPerson[]): ReadonlyMap<string, string> {
  return new Map([
    ...people.map(({ id }) => [id, id] as const),
    ...people.flatMap(({ id, photos }) =>
      photos.map(
        ({ name }) => [name.slice(0, name.lastIndexOf("/")).normalize("NFC"), id] as const,
      ),
    ),
  ]);
}

/** The person without the photos that are gone, with those that were moved to them. */
function regrouped(
  person: ListedPerson,
  gone: ReadonlySet<PhotoFile>,
  moved: readonly MovedPhoto[],
): ListedPerson {
  const stayed = person.photos.filter((photo) => !gone.has(photo));
  const come = moved.filter(({ to }) => to === person.id).map(({ photo }) => photo);
  const photos = [...stayed, ...come].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { ...person, photos };
}

export function staleRowText({ kind, row }: StaleRow): string {
  const photo = `${row.folder}/${row.file}`;
  switch (kind) {
    case "unknownFolder":
      return `${photo}: there is no such folder`;
    case "unknownFile":
      return `${photo}: there is no such file`;
    case "unknownTarget":
      return `${photo}: moved to a person who is not there, so dropped`;
    default:
      return assertNever(kind);
  }
}
