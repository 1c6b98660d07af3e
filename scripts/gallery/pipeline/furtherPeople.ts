/** People for whom no name is to come up too often: neither in the gallery nor those it is measured on. */
import type { StrangerPhotos } from "../../../src/training/evenedBiases.ts";
import type { UsablePhoto } from "../faces.ts";
import type { ListedPerson, PhotoFile } from "../scan.ts";
import { personId } from "../scan/personId.ts";

/** Fewer cannot say how often each of many names comes up. Unmeasured. */
const MIN_PEOPLE = 100;

/**
 * Those whose folder is called otherwise than everybody in the gallery and
 * every stranger: what is trained on them is measured on others.
 */
export function furtherPeople(
  candidates: readonly (readonly PhotoFile[])[],
  people: readonly ListedPerson[],
  strangers: readonly (readonly PhotoFile[])[],
): readonly (readonly PhotoFile[])[] {
  const taken = new Set([
    ...people.flatMap(({ id, name }) => [id, personId(name)]),
    ...strangers.flatMap(folderIds),
  ]);
  return candidates.filter((photos) => folderIds(photos).every((id) => !taken.has(id)));
}

/**
 * Everybody weighs the same, however many photos they have.
 *
 * @param people the usable photos of each
 * @returns nothing where they are too few
 */
export function strangerPhotos(
  people: readonly (readonly UsablePhoto[])[],
): StrangerPhotos | undefined {
  const seen = people.filter((photos) => photos.length > 0);
  if (seen.length < MIN_PEOPLE) return undefined;
  return {
    inputs: Float64Array.from(
      seen.flatMap((photos) => photos.flatMap(({ face }) => [...face.descriptor])),
    ),
    weights: Float64Array.from(
      seen.flatMap((photos) => photos.map(() => 1 / (photos.length * seen.length))),
    ),
  };
}

/** As folders are named in photos' names; none of nobody. */
function folderIds(photos: readonly PhotoFile[]): readonly string[] {
  return photos.slice(0, 1).map(({ name }) => personId(name.split("/")[0]!));
}
