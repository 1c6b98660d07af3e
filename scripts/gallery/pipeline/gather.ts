/** Stages 2 to 4: from folders to described photos, each with its verdict. */
import { ENGINE_VERSION } from "../../engine/engineVersion.ts";
import { describePhotos } from "../describe/describePhotos.ts";
import { describeStockCrops } from "../describe/describeStockCrops.ts";
import { openDescriptionStore, type DescriptionStore } from "../describe/descriptionStore.ts";
import type { Shard } from "../describe/shard.ts";
import { judgePhotos, usableOnly, type JudgedPhoto, type UsablePhoto } from "../faces.ts";
import { scanPeople, scanStrangers, type ListedPerson, type PhotoFile } from "../scan.ts";
import { openHashIndex } from "../scan/hashIndex.ts";
import type { ScanProblem } from "../scan/scanProblem.ts";
import { furtherPeople } from "./furtherPeople.ts";
import type { GalleryOptions } from "./options.ts";

export interface Scan {
  readonly people: readonly ListedPerson[];
  /** The photos of each. */
  readonly strangers: readonly (readonly PhotoFile[])[];
  /** Likewise; none of them among the people or the strangers. */
  readonly further: readonly (readonly PhotoFile[])[];
  readonly problems: readonly ScanProblem[];
}

export interface Faces {
  /** Every photo of the people, by its name. */
  readonly judged: ReadonlyMap<string, JudgedPhoto>;
  /** The usable photos of each stranger. */
  readonly strangers: readonly (readonly UsablePhoto[])[];
  /** Likewise, of the people for whom names are evened out. */
  readonly further: readonly (readonly UsablePhoto[])[];
}

/** Who there is, and which files. */
export async function scanFolders(options: GalleryOptions): Promise<Scan> {
  const { photosDir, strangersDir, furtherDir, workDir } = options;
  const found = await scanPeople(photosDir, await openHashIndex(workDir, photosDir));
  const scanOthers = async (dir: string | undefined) =>
    dir === undefined
      ? { strangers: [], problems: [] }
      : scanStrangers(dir, await openHashIndex(workDir, dir));
  const [strangers, further] = [await scanOthers(strangersDir), await scanOthers(furtherDir)];
  return {
    people: found.people,
    strangers: strangers.strangers,
    further: furtherPeople(further.strangers, found.people, strangers.strangers),
    problems: [...found.problems, ...strangers.problems, ...further.problems],
  };
}

/** @param shard only this part; absent: all */
export async function describeScan(
  { people, strangers, further }: Scan,
  options: GalleryOptions,
  shard?: Shard,
): Promise<DescriptionStore> {
  const store = await openDescriptionStore(options.workDir, ENGINE_VERSION);
  const ofPeople = people.flatMap((person) => person.photos);
  const photos = [...ofPeople, ...strangers.flat(), ...further.flat()];
  await describePhotos(photos, store, { ...options, shard });
  if (options.withStockCrop) await describeStockCrops(ofPeople, store, { ...options, shard });
  return store;
}

export function judgeScan({ people, strangers, further }: Scan, store: DescriptionStore): Faces {
  const judged = judgePhotos(
    people.flatMap((person) => person.photos),
    store,
  );
  const usableOf = (photos: readonly PhotoFile[]) => usableOnly(judgePhotos(photos, store));
  return {
    judged: new Map(judged.map((one) => [one.photo.name, one])),
    strangers: strangers.map(usableOf),
    further: further.map(usableOf),
  };
}
