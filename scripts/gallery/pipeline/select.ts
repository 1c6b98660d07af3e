/** Stage 5, carried out: which photos of whom the gallery is learnt from. */
import { applyCuration, type CuratedPeople } from "../curate/applyCuration.ts";
import { curationFaultText, readCuration } from "../curate/curationFile.ts";
import { hashPhotos, type HashesByPhoto } from "../curate/hashStore.ts";
import { createDataset, type Candidate, type Dataset } from "../dataset.ts";
import type { PhotoFates } from "../evaluate/photos.ts";
import { usableOnly } from "../faces.ts";
import type { ListedPerson } from "../scan.ts";
import type { Faces, Scan } from "./gather.ts";
import type { GalleryOptions } from "./options.ts";

export interface Selection {
  readonly dataset: Dataset;
  /** Before any decision, of everybody with enough photos then. */
  readonly uncurated: Dataset;
  /** After the decisions, of everybody of whom there is anything to compare: what is looked through for errors. */
  readonly reviewed: Dataset;
  readonly hashes: HashesByPhoto;
  readonly curated: CuratedPeople;
  readonly fates: PhotoFates;
}

/** Fewer cannot be trained on: each person must be in two folds. */
const FEWEST_PHOTOS = 2;

/** How many of everybody's photos an uncurated gallery asked for, to which the curated one is compared. */
const UNCURATED_MIN_PHOTOS = 3;

/** @throws when the file of decisions is faulty */
export async function selectPhotos(
  { people }: Scan,
  faces: Faces,
  options: GalleryOptions,
): Promise<Selection> {
  const rows = await readCuration(options.curationFile);
  if (!rows.ok)
    throw new Error(
      [`${options.curationFile}:`, ...rows.error.faults.map(curationFaultText)].join("\n  "),
    );
  const curated = applyCuration(people, rows.value);
  const everything = usableOnly([...faces.judged.values()]).map(({ photo }) => photo);
  const hashes = await hashPhotos(everything, options.workDir);

  const { dataset, leftOut } = trainable(
    candidatesOf(curated.people, faces),
    options.minPhotos,
    hashes,
  );
  const uncurated = trainable(
    candidatesOf(people, faces),
    Math.min(options.minPhotos, UNCURATED_MIN_PHOTOS),
    hashes,
  );
  const isUsable = (name: string) => faces.judged.get(name)?.choice.kind === "usable";
  return {
    dataset,
    uncurated: uncurated.dataset,
    reviewed: trainable(candidatesOf(curated.people, faces), FEWEST_PHOTOS, hashes).dataset,
    hashes,
    curated,
    fates: {
      judged: [...faces.judged.values()],
      dropped: curated.dropped.filter(({ name }) => isUsable(name)).length,
      moved: curated.moved.filter(({ photo }) => isUsable(photo.name)).length,
      used: dataset.photos.length,
      leftOut,
    },
  };
}

function candidatesOf(people: readonly ListedPerson[], { judged }: Faces): readonly Candidate[] {
  return people.map((person) => ({
    person,
    photos: usableOnly(person.photos.map(({ name }) => judged.get(name)!)),
  }));
}

/** Those with enough photos that are not all one picture. */
function trainable(
  candidates: readonly Candidate[],
  minPhotos: number,
  hashes: HashesByPhoto,
): { readonly dataset: Dataset; readonly leftOut: readonly Candidate[] } {
  const enough = candidates.filter(
    ({ photos }) => photos.length >= Math.max(minPhotos, FEWEST_PHOTOS),
  );
  const all = createDataset(enough, hashes);
  const isVaried = (label: number) =>
    new Set(all.groups.filter((_, i) => all.labels[i] === label)).size > 1;
  const kept = enough.filter((_, label) => isVaried(label));
  return {
    dataset: kept.length === enough.length ? all : createDataset(kept, hashes),
    leftOut: candidates.filter((candidate) => !kept.includes(candidate)),
  };
}
