/** Verification on a list of pairs: is this the same person? */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Descriptor } from "../../src/face/descriptor.ts";
import { descriptorDistance } from "../../src/face/descriptor.ts";
import { assert } from "../../src/shared/assert.ts";
import {
  acceptedAt,
  equalErrorRate,
  tenFoldVerification,
  type VerifiedPair,
} from "../../src/training/verification.ts";
import { describePhotos } from "../gallery/describe/describePhotos.ts";
import type { DescribedPhoto } from "../gallery/describe/describedPhoto.ts";
import { openDescriptionStore } from "../gallery/describe/descriptionStore.ts";
import { ENGINE_VERSION } from "../engine/engineVersion.ts";
import { listPhotos } from "./listPhotos.ts";

const FOLDS = 10;

interface ListedPair {
  readonly first: string;
  readonly second: string;
  readonly same: boolean;
  readonly fold: number;
}

export interface VerificationFigures {
  readonly pairs: number;
  /** Pairs with a photo in which no face was found: counted as wrong answers. */
  readonly withoutFace: number;
  /** Mean over ten folds, each judged by the threshold of the other nine; in [0, 1]. */
  readonly accuracy: number;
  readonly standardError: number;
  readonly equalErrorRate: number;
  /** Share of genuine pairs accepted where 1 in 1,000 impostor pairs is. */
  readonly acceptedAt1e3: number;
}

export interface VerificationTask {
  readonly pairsFile: string;
  readonly photosDir: string;
  readonly cacheDir: string;
  readonly jobs: number;
}

/**
 * Compares the face nearest to the middle of each photo, as the protocol has
 * it. No pair is left out: one without a face lies at an infinite distance if
 * it is genuine and at none if it is not, the wrong side either way.
 *
 * @throws when the list is malformed or a photo is missing
 */
export async function verifyPairs(task: VerificationTask): Promise<VerificationFigures> {
  const listed = parsePairs(await readFile(task.pairsFile, "utf8"));
  const photos = await listPhotos(task.photosDir, task.cacheDir);
  const store = await openDescriptionStore(task.cacheDir, ENGINE_VERSION);
  await describePhotos(photos, store, task);

  const descriptors = new Map<string, Descriptor | undefined>();
  for (const { name, sha256 } of photos) {
    const description = store.get(sha256);
    descriptors.set(name, description?.ok ? middleFace(description.value) : undefined);
  }
  let withoutFace = 0;
  const pairs = listed.map(({ first, second, same, fold }): VerifiedPair => {
    assert(descriptors.has(first) && descriptors.has(second), `${first} and ${second} exist`);
    const [a, b] = [descriptors.get(first), descriptors.get(second)];
    if (a && b) return { distance: descriptorDistance(a, b), same, fold };
    withoutFace++;
    return { distance: same ? Number.MAX_VALUE : 0, same, fold };
  });
  return { ...figuresOf(pairs), withoutFace };
}

function figuresOf(pairs: readonly VerifiedPair[]): Omit<VerificationFigures, "withoutFace"> {
  const distances = (same: boolean) =>
    pairs.filter((pair) => pair.same === same).map(({ distance }) => distance);
  const [genuine, impostor] = [distances(true), distances(false)];
  const { accuracy, standardError } = tenFoldVerification(pairs);
  return {
    pairs: pairs.length,
    accuracy,
    standardError,
    equalErrorRate: equalErrorRate(genuine, impostor),
    acceptedAt1e3: acceptedAt(genuine, impostor, 1e-3),
  };
}

function middleFace({ width, height, faces }: DescribedPhoto): Descriptor | undefined {
  const away = ({ box }: DescribedPhoto["faces"][number]) =>
    Math.hypot(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2);
  return faces.toSorted((a, b) => away(a) - away(b))[0]?.descriptor;
}

/**
 * The count, that many lines "name i j", then as many "name i name j"; fold k
 * holds the k-th tenth of both.
 *
 * Source: the format of pairsDevTest.txt, http://vis-www.cs.umass.edu/lfw/.
 */
function parsePairs(text: string): readonly ListedPair[] {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const count = Number(head);
  assert(lines.length === 2 * count, `${2 * count} pairs follow the count`);
  return lines.map((line, i) => {
    const parts = line.split(/\s+/);
    const same = i < count;
    assert(parts.length === (same ? 3 : 4), `a pair in line ${i + 2}`);
    const [name, number] = [parts[0]!, parts[1]!];
    const [other, otherNumber] = same ? [name, parts[2]!] : [parts[2]!, parts[3]!];
    const fold = Math.floor(((i % count) * FOLDS) / count);
    return { first: fileName(name, number), second: fileName(other, otherNumber), same, fold };
  });
}

function fileName(person: string, number: string): string {
  return join(person, `${person}_${number.padStart(4, "0")}.jpg`);
}
