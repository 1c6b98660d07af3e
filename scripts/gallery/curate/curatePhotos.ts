/** Stage 5, the search: what may be wrong in the folders, laid before a person or decided by a rule. */
import { join } from "node:path";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import { diverseBatch } from "../../../src/training/diverseBatch.ts";
import { reviewOrder, type Suspect } from "../../../src/training/reviewOrder.ts";
import { writeWhole } from "../atomicFile.ts";
import { csvRow } from "../csvRow.ts";
import type { Dataset } from "../dataset.ts";
import { trainingInput } from "../evaluate/outOfFold.ts";
import type { FaceChoice } from "../faces.ts";
import type { Selection } from "../pipeline/select.ts";
import type { ListedPerson } from "../scan.ts";
import { cachedStage } from "../stageCache.ts";
import { automaticReason, mergeCuration, readCuration, writeCuration } from "./curationFile.ts";
import { findDuplicates } from "./findDuplicates.ts";
import {
  writeReviewReport,
  type FiledPhoto,
  type Review,
  type ReviewItem,
} from "./reviewReport.ts";
import { wordsFor } from "./reviewWords.ts";

export interface CurateOptions {
  readonly workDir: string;
  readonly curationFile: string;
  readonly title: string;
  /** Suspect photos to show; as different from each other as may be. */
  readonly batch: number;
  /** Photos at least this suspect are dropped unseen, in nats; absent: none are. */
  readonly autoSuspicion: number | undefined;
}

export interface CurateReport {
  /** The page to look at. */
  readonly page: string;
  readonly shown: number;
  readonly duplicates: number;
  readonly droppedUnseen: number;
}

const SEED = 20240611;
/** Raised when the order comes out otherwise: it is kept between runs. */
const VERSION = 1;
/** Photos by which to know a person. */
const TYPICAL = 6;

/** Writes `review.html` and `suspects.csv`; with a limit, adds decisions to the curation file. */
export async function curatePhotos(
  selection: Selection,
  options: CurateOptions,
): Promise<CurateReport> {
  const { reviewed } = selection;
  const suspects = await suspectsIn(reviewed, options.workDir);
  const open = suspects.filter(
    ({ sample }) => !selection.curated.vouched.has(reviewed.photos[sample]!.photo.name),
  );
  const review = reviewOf(selection, suspects, open, options);
  const page = join(options.workDir, "review.html");
  await writeReviewReport(page, review);
  await writeWhole(join(options.workDir, "suspects.csv"), suspectsTable(reviewed, open));
  return {
    page,
    shown: review.items.length,
    duplicates: review.duplicates.length,
    droppedUnseen: await dropUnseen(reviewed, open, options),
  };
}

function suspectsIn(reviewed: Dataset, workDir: string): Promise<readonly Suspect[]> {
  const key = [VERSION, SEED, reviewed.sha256, reviewed.groups.join()].join("\n");
  return cachedStage({ cacheDir: workDir, stage: "suspects", key }, () =>
    reviewOrder(trainingInput(reviewed), { seed: SEED }),
  );
}

function reviewOf(
  { reviewed, hashes, fates, curated }: Selection,
  suspects: readonly Suspect[],
  open: readonly Suspect[],
  { title, batch }: CurateOptions,
): Review {
  const chosen = diverseBatch(
    open.map(({ suspicion }) => suspicion),
    open.map(({ sample }) => reviewed.photos[sample]!.face.descriptor),
    { size: batch },
  );
  const filed = new Map(
    curated.people.flatMap((person) =>
      person.photos.map((photo): [string, FiledPhoto] => [photo.name, { photo, person }]),
    ),
  );
  const faces = new Map(fates.judged.map(({ photo, choice }) => [photo.name, choice]));
  const compared = curated.people.flatMap(({ id, photos }) =>
    photos.map(({ name, sha256 }) => ({
      name,
      person: id,
      sha256,
      descriptor: descriptorOf(faces.get(name)),
      hash: hashes.get(sha256),
    })),
  );
  return {
    title,
    items: [...chosen].sort((a, b) => a - b).map((i) => itemOf(reviewed, open[i]!)),
    duplicates: findDuplicates(compared).map((cluster) => ({
      ...cluster,
      photos: cluster.photos.map((name) => filed.get(name)!),
    })),
    unusable: fates.judged.flatMap(({ photo, choice }) => {
      const place = filed.get(photo.name);
      return choice.kind === "unusable" && place ? [{ ...place, reason: choice.reason }] : [];
    }),
    people: curated.people.map(nameOf),
    typical: typicalPhotos(reviewed, suspects),
  };
}

function descriptorOf(choice: FaceChoice | undefined): Descriptor | undefined {
  return choice?.kind === "usable" ? choice.face.descriptor : undefined;
}

function itemOf({ people, photos }: Dataset, suspect: Suspect): ReviewItem {
  const { sample, label, uncertainty, likeliest } = suspect;
  return {
    photo: photos[sample]!.photo,
    person: nameOf(people[label]!.person),
    suspicion: suspect.wrongProbability,
    reasons: suspect.reasons.map(({ kind }) => kind),
    scores: {
      ownProbability: suspect.ownProbability,
      ...uncertainty,
      voteEntropy: suspect.voteEntropy,
      ownDistance: suspect.ownDistance,
      rivalDistance: suspect.rivalDistance,
    },
    topNames: likeliest.map(({ person, probability }) => ({
      ...nameOf(people[person]!.person),
      share: probability,
    })),
  };
}

function nameOf({ id, name }: ListedPerson): { readonly id: string; readonly name: string } {
  return { id, name };
}

/** Of each person the photos that are least suspect. */
function typicalPhotos(
  { people, photos }: Dataset,
  suspects: readonly Suspect[],
): Review["typical"] {
  const typical = new Map(people.map(({ person }) => [person.id, [] as ReviewItem["photo"][]]));
  for (const { label, sample } of suspects.toReversed()) {
    const some = typical.get(people[label]!.person.id)!;
    if (some.length < TYPICAL) some.push(photos[sample]!.photo);
  }
  return typical;
}

/** For a spreadsheet: every photo, most suspect first. */
function suspectsTable({ people, photos }: Dataset, open: readonly Suspect[]): string {
  const rows = open.map(({ sample, label, suspicion, wrongProbability, reasons, rival }) =>
    csvRow([
      photos[sample]!.photo.name,
      people[label]!.person.id,
      suspicion.toFixed(3),
      wrongProbability.toFixed(4),
      people[rival]!.person.id,
      reasons.map(({ kind }) => kind).join(" "),
    ]),
  );
  return ["file,person,suspicion,wrongProbability,rival,reasons", ...rows, ""].join("\n");
}

async function dropUnseen(
  { photos }: Dataset,
  open: readonly Suspect[],
  { autoSuspicion, curationFile }: CurateOptions,
): Promise<number> {
  if (autoSuspicion === undefined) return 0;
  const rows = open
    .filter(({ suspicion }) => suspicion >= autoSuspicion)
    .map(({ sample, suspicion, reasons }) => {
      const { name } = photos[sample]!.photo;
      const slash = name.indexOf("/");
      const why = reasons.map(({ kind }) => wordsFor(kind)).join("; ");
      return {
        folder: name.slice(0, slash),
        file: name.slice(slash + 1),
        decision: { kind: "drop" } as const,
        reason: automaticReason(`${why} (suspicion ${suspicion.toFixed(1)})`),
      };
    });
  const earlier = await readCuration(curationFile);
  if (!earlier.ok) throw new Error(`${curationFile} is faulty.`);
  if (rows.length > 0) await writeCuration(curationFile, mergeCuration(earlier.value, rows));
  return rows.length;
}
