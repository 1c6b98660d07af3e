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
import type { GalleryOptions } from "./options.ts";

export interface Scan {
  readonly people: readonly ListedPerson[];
  /** The photos of each. */
  readonly strangers: readonly (readonly PhotoFile[])[];
  readonly problems: readonly ScanProblem[];
}

export interface Faces {
  /** Every photo of the people, by its name. */
  readonly judged: ReadonlyMap<string, JudgedPhoto>;
  /** The usable photos of each stranger. */
  readonly strangers: readonly (readonly UsablePhoto[])[];
}

/** Who there is, and which files. */
export async function scanFolders(options: GalleryOptions): Promise<Scan> {
  const { photosDir, strangersDir, workDir } = options;
  const { people, problems } = await scanPeople(photosDir, await openHashIndex(workDir, photosDir));
  if (strangersDir === undefined) return { people, strangers: [], problems };
  const found = await scanStrangers(strangersDir, await openHashIndex(workDir, strangersDir));
  return { people, strangers: found.strangers, problems: [...problems, ...found.problems] };
}

/** @param shard only this part; absent: all */
export async function describeScan(
  { people, strangers }: Scan,
  options: GalleryOptions,
  shard?: Shard,
): Promise<DescriptionStore> {
  const store = await openDescriptionStore(options.workDir, ENGINE_VERSION);
  const ofPeople = people.flatMap((person) => person.photos);
  await describePhotos([...ofPeople, ...strangers.flat()], store, { ...options, shard });
  if (options.withStockCrop) await describeStockCrops(ofPeople, store, { ...options, shard });
  return store;
}

export function judgeScan({ people, strangers }: Scan, store: DescriptionStore): Faces {
  const judged = judgePhotos(
    people.flatMap((person) => person.photos),
    store,
  );
  return {
    judged: new Map(judged.map((one) => [one.photo.name, one])),
    strangers: strangers.map((photos) => usableOnly(judgePhotos(photos, store))),
  };
}
