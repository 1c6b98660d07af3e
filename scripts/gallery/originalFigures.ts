/** The original project's own figures, made again from its own embeddings. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import { classIdMetrics, type ClassIdMetrics } from "../../src/training/classIdMetrics.ts";
import { fitLogisticRegression, fitLogits } from "../../src/training/fitLogisticRegression.ts";
import { predictedLabels } from "../../src/training/identificationScores.ts";
import { labelledSamples } from "../../src/training/labelledSamples.ts";

interface Embedding {
  readonly values: readonly number[];
  readonly target: number;
  readonly isTest: boolean;
}

/**
 * Trains on the original's training rows (C = 1, unweighted, as it did) and
 * scores its test rows. Its split has mirror images on both sides: the figures
 * compare, they do not flatter us.
 *
 * @param referenceDir with original-embeddings.csv: person_name, target, split, x_0 … x_127
 */
export async function originalFigures(referenceDir: string): Promise<ClassIdMetrics> {
  const rows = await readEmbeddings(join(referenceDir, "original-embeddings.csv"));
  const training = rows.filter((row) => !row.isTest);
  const test = rows.filter((row) => row.isTest);
  const classCount = Math.max(...rows.map((row) => row.target)) + 1;
  const samples = labelledSamples(
    training.map((row) => row.values),
    training.map((row) => row.target),
    classCount,
  );
  const fit = fitLogisticRegression(samples, { c: 1 });
  if (!fit.ok) throw new Error(`The original's model: ${JSON.stringify(fit.error)}`);
  const logits = fitLogits(fit.value, Float64Array.from(test.flatMap((row) => row.values)));
  return classIdMetrics(
    test.map((row) => row.target),
    predictedLabels(logits, test.length),
  );
}

async function readEmbeddings(path: string): Promise<readonly Embedding[]> {
  const table: string[][] = parse(await readFile(path, "utf8"));
  const [header, ...rows] = table;
  const column = (name: string) => header!.indexOf(name);
  const [target, split, first] = [column("target"), column("split"), column("x_0")];
  return rows.map((row) => ({
    values: row.slice(first, first + 128).map(Number),
    target: Number(row[target]),
    isTest: row[split] === "test",
  }));
}
