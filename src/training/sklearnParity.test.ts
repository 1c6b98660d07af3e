import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { classProbabilities } from "../matching/logisticRegression.ts";
import { classIdMetrics } from "./classIdMetrics.ts";
import {
  type FitOptions,
  fitLogisticRegression,
  type LogisticFit,
  toLinearClassifier,
} from "./fitLogisticRegression.ts";
import smallCase from "./fixtures/sklearnCase.json" with { type: "json" };
import { type LabelledSamples, labelledSamples } from "./labelledSamples.ts";

/** Too large for the repository: beside it, or where STARLIKE_REFERENCE says. */
const REFERENCE =
  process.env["STARLIKE_REFERENCE"] ??
  fileURLToPath(new URL("../../../shared/reference", import.meta.url));
const EMBEDDINGS = `${REFERENCE}/original-embeddings.csv`;
const hasReference = existsSync(EMBEDDINGS);
if (!hasReference) console.info(`Skipped: the large parity case, for want of ${EMBEDDINGS}`);

describe.each(smallCase.fits)("the small case at C = $c, weighted: $weighted", (expected) => {
  const { inputs, labels, sampleWeights, classCount } = smallCase;
  const samples = labelledSamples(inputs, labels, classCount);
  const weights = Float64Array.from(sampleWeights);
  const fit = fitted(
    expected.weighted ? { ...samples, sampleWeights: weights } : samples,
    expected.c,
    { gradientTolerance: 1e-9 },
  );

  it("reaches scikit-learn's objective", () => {
    expect(relativeError(fit.objective, expected.objective)).toBeLessThan(1e-9);
  });

  it("finds scikit-learn's coefficients", () => {
    expect(largestDifference(fit.weights, expected.coefficients.flat())).toBeLessThan(1e-5);
    // Biases are found up to a common shift, which changes no probability.
    const shift = fit.biases[0]! - expected.intercepts[0]!;
    const biases = fit.biases.map((bias) => bias - shift);
    expect(largestDifference(biases, expected.intercepts)).toBeLessThan(1e-5);
  });

  it("gives scikit-learn's probabilities", () => {
    const classifier = toLinearClassifier(fit, 1);
    const found = inputs.map((input) => classProbabilities(classifier, Float32Array.from(input)));
    for (const [i, probabilities] of found.entries())
      expect(largestDifference(probabilities, expected.probabilities[i]!)).toBeLessThan(1e-5);
  });
});

describe.skipIf(!hasReference)("the original's embeddings", { timeout: 120_000 }, () => {
  it.each([1, 10, 100])("C = %d reaches scikit-learn's objective and figures", (c) => {
    const expected = referenceResults()[c.toFixed(1)]!;
    const { train, test, classCount } = referenceSplit();
    const fit = fitted(samplesOf(train, classCount), c);
    expect(relativeError(fit.objective, expected.objective)).toBeLessThan(1e-6);

    const predicted = predictedProbabilities(fit, test).map(indexOfLargest);
    const metrics = classIdMetrics(
      test.map(({ label }) => label),
      predicted,
    );
    expect(metrics.microF1).toBeCloseTo(expected.micro_f1, 12);
    expect(metrics.mse).toBeCloseTo(expected.mse, 10);
    expect(metrics.mae).toBeCloseTo(expected.mae, 12);
    expect(metrics.mape).toBeCloseTo(expected.mape, 12);
  });

  it("gives scikit-learn's test probabilities at C = 1", () => {
    const { rows, train, test, classCount } = referenceSplit();
    const expected = readCsv(`${REFERENCE}/sklearn-c1-test-probabilities.csv`);
    expect(expected).toHaveLength(test.length);
    const asked = expected.map(([row]) => rows[Number(row)]!);
    expect(asked.every(({ split }) => split === "test")).toBe(true);

    const found = predictedProbabilities(fitted(samplesOf(train, classCount), 1), asked);
    const differences = found.map((probabilities, i) =>
      largestDifference(probabilities, expected[i]!.slice(1).map(Number)),
    );
    expect(Math.max(...differences)).toBeLessThan(1e-4);
  });
});

interface ReferenceRow {
  readonly label: number;
  readonly input: readonly number[];
}

interface ReferenceFigures {
  readonly micro_f1: number;
  readonly mse: number;
  readonly mae: number;
  readonly mape: number;
  readonly objective: number;
}

function referenceResults(): Record<string, ReferenceFigures> {
  const text = readFileSync(`${REFERENCE}/sklearn-results.json`, "utf8");
  return (JSON.parse(text) as { by_C: Record<string, ReferenceFigures> }).by_C;
}

function referenceSplit() {
  const rows = readCsv(EMBEDDINGS).map(([, target, split, ...values]) => ({
    label: Number(target),
    split,
    input: values.map(Number),
  }));
  return {
    rows,
    train: rows.filter(({ split }) => split === "train"),
    test: rows.filter(({ split }) => split === "test"),
    classCount: new Set(rows.map(({ label }) => label)).size,
  };
}

/** Rows without the header; no cell of these files is quoted. */
function readCsv(path: string): string[][] {
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(","));
}

function samplesOf(rows: readonly ReferenceRow[], classCount: number) {
  return labelledSamples(
    rows.map(({ input }) => input),
    rows.map(({ label }) => label),
    classCount,
  );
}

function predictedProbabilities(fit: LogisticFit, rows: readonly ReferenceRow[]): Float64Array[] {
  const classifier = toLinearClassifier(fit, 1);
  return rows.map(({ input }) => classProbabilities(classifier, Float32Array.from(input)));
}

function fitted(
  samples: LabelledSamples,
  c: number,
  options: Partial<FitOptions> = {},
): LogisticFit {
  const result = fitLogisticRegression(samples, { c, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function relativeError(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.abs(expected);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));
}

function indexOfLargest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
