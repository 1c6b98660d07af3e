/** The original project's own figures, made again from its own embeddings. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import { assert } from "../../../src/shared/assert.ts";
import { classIdMetrics, type ClassIdMetrics } from "../../../src/training/classIdMetrics.ts";
import { crossValidate } from "../../../src/training/crossValidate.ts";
import { fitLogisticRegression, fitLogits } from "../../../src/training/fitLogisticRegression.ts";
import { groupedStratifiedFolds } from "../../../src/training/folds.ts";
import { predictedLabels } from "../../../src/training/identificationScores.ts";
import { labelledSamples } from "../../../src/training/labelledSamples.ts";
import { FOLDS, SEED } from "../train.ts";

export interface OriginalFigures {
  /** Trained on its training rows, scored on its test rows: mirror images stand on both sides. */
  readonly ownSplit: ClassIdMetrics;
  /** All rows out of fold, a photo and its mirror image in one fold. */
  readonly grouped: ClassIdMetrics;
}

export interface Embedding {
  readonly values: readonly number[];
  readonly target: number;
  readonly isTest: boolean;
}

/** What the original trained with, unweighted. */
const ORIGINAL_C = 1;

/**
 * Two rows of a person nearer than this are taken for one picture. Its distances
 * within a person fall from 1,047 in 0.15–0.2 (mirror twins) to 600 in 0.2–0.25
 * and rise again beyond 0.3. At 0.25 all but 36 of 2,773 rows have a twin; at
 * 0.3 chains of up to 28 rows hang together.
 */
const SAME_PICTURE = 0.25;

/** @param referenceDir with original-embeddings.csv: person_name, target, split, x_0 … x_127 */
export async function originalFigures(referenceDir: string): Promise<OriginalFigures> {
  const rows = await readEmbeddings(join(referenceDir, "original-embeddings.csv"));
  return { ownSplit: ownSplitFigures(rows), grouped: groupedFigures(rows) };
}

/** Its split has mirror images on both sides: these figures compare, they do not flatter us. */
export function ownSplitFigures(rows: readonly Embedding[]): ClassIdMetrics {
  const test = rows.filter((row) => row.isTest);
  const samples = samplesOf(
    rows.filter((row) => !row.isTest),
    classCountOf(rows),
  );
  const fit = fitLogisticRegression(samples, { c: ORIGINAL_C });
  if (!fit.ok) throw new Error(`The original's model: ${JSON.stringify(fit.error)}`);
  const logits = fitLogits(fit.value, Float64Array.from(test.flatMap((row) => row.values)));
  return classIdMetrics(
    test.map((row) => row.target),
    predictedLabels(logits, test.length),
  );
}

export function groupedFigures(rows: readonly Embedding[]): ClassIdMetrics {
  const samples = samplesOf(rows, classCountOf(rows));
  const folds = groupedStratifiedFolds(samples.labels, pictureGroups(rows), FOLDS, SEED);
  const logits = crossValidate(samples, folds, { c: ORIGINAL_C });
  if (!logits.ok) throw new Error(`The original's folds: ${JSON.stringify(logits.error)}`);
  return classIdMetrics(samples.labels, predictedLabels(logits.value, rows.length));
}

/**
 * The picture of each row. The file does not say which rows are mirror images:
 * two rows of a person are taken for one picture where each is the other's
 * nearest, or where they are nearer than `SAME_PICTURE`, and so is whatever
 * hangs together by such pairs. A row without a twin is thereby joined to a
 * wrong one, which does no harm: both only stay in one fold.
 */
export function pictureGroups(rows: readonly Embedding[]): readonly number[] {
  const groups = rows.map((_, i) => i);
  const rootOf = (i: number): number => (groups[i] === i ? i : (groups[i] = rootOf(groups[i]!)));
  for (const members of membersByTarget(rows)) {
    const nearest = new Map(members.map((i) => [i, nearestOf(i, members, rows)]));
    for (const i of members)
      for (const j of members)
        if (
          i < j &&
          ((nearest.get(i) === j && nearest.get(j) === i) ||
            distance(rows[i]!, rows[j]!) < SAME_PICTURE)
        )
          groups[rootOf(j)] = rootOf(i);
  }
  return groups.map((_, i) => rootOf(i));
}

function membersByTarget(rows: readonly Embedding[]): readonly (readonly number[])[] {
  const members = Array.from({ length: classCountOf(rows) }, (): number[] => []);
  for (const [i, row] of rows.entries()) members[row.target]!.push(i);
  return members;
}

function nearestOf(
  i: number,
  members: readonly number[],
  rows: readonly Embedding[],
): number | undefined {
  const others = members.filter((j) => j !== i);
  const distances = others.map((j) => distance(rows[i]!, rows[j]!));
  return others[distances.indexOf(Math.min(...distances))];
}

function distance(a: Embedding, b: Embedding): number {
  return Math.sqrt(a.values.reduce((sum, value, k) => sum + (value - b.values[k]!) ** 2, 0));
}

function samplesOf(rows: readonly Embedding[], classCount: number) {
  return labelledSamples(
    rows.map((row) => row.values),
    rows.map((row) => row.target),
    classCount,
  );
}

function classCountOf(rows: readonly Embedding[]): number {
  return rows.reduce((count, row) => Math.max(count, row.target + 1), 0);
}

async function readEmbeddings(path: string): Promise<readonly Embedding[]> {
  const table: string[][] = parse(await readFile(path, "utf8"));
  const [header, ...rows] = table;
  assert(header, `${path} has a header`);
  const column = (name: string) => header.indexOf(name);
  const [target, split, first] = [column("target"), column("split"), column("x_0")];
  return rows.map((row) => ({
    values: row.slice(first, first + 128).map(Number),
    target: Number(row[target]),
    isTest: row[split] === "test",
  }));
}
