import { describe, expect, it, vi } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { crossValidate } from "./crossValidate.ts";
import { fitLogisticRegression, fitLogits } from "./fitLogisticRegression.ts";
import { labelledSamples, selectSamples } from "./labelledSamples.ts";

describe("crossValidate", () => {
  it("scores each fold by the model fitted to the others", () => {
    const samples = labelledSamples([[-2], [-1], [1], [3]], [0, 0, 1, 1], 2);
    const found = crossValidate(samples, Int32Array.of(0, 4, 0, 4), { c: 2 });
    const fit = fitLogisticRegression(selectSamples(samples, [1, 3]), { c: 2 });
    if (!found.ok || !fit.ok) throw new Error("a fit failed");
    const expected = fitLogits(fit.value, Float64Array.of(-2, 1));
    expect([...found.value.subarray(0, 2)]).toEqual([...expected.subarray(0, 2)]);
    expect([...found.value.subarray(4, 6)]).toEqual([...expected.subarray(2, 4)]);
  });

  it("cannot tell labels that were drawn by lot, where a model that saw them could", () => {
    const random = seededRandom(5);
    const [count, inputLength] = [200, 100];
    const vectors = Array.from({ length: count }, () =>
      Array.from({ length: inputLength }, () => random() - 0.5),
    );
    const labels = vectors.map((_, i) => (i < 2 ? i : Math.floor(2 * random())));
    const samples = labelledSamples(vectors, labels, 2);
    const found = crossValidate(
      samples,
      Int32Array.from(labels, (_, i) => i % 4),
      { c: 10 },
    );
    const fit = fitLogisticRegression(samples, { c: 10 });
    if (!found.ok || !fit.ok) throw new Error("a fit failed");
    expect(shareOfHits(fitLogits(fit.value, samples.inputs), labels)).toBeGreaterThan(0.8);
    expect(shareOfHits(found.value, labels)).toBeLessThan(0.62);
  });

  it("tells how far it is", () => {
    const onFold = vi.fn();
    const samples = labelledSamples([[0], [1], [0], [1]], [0, 1, 0, 1], 2);
    crossValidate(samples, Int32Array.of(0, 0, 1, 1), { c: 1 }, onFold);
    expect(onFold.mock.calls).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("names the fold that holds all of a class", () => {
    const samples = labelledSamples([[0], [0], [1], [1]], [0, 0, 0, 1], 2);
    expect(crossValidate(samples, Int32Array.of(0, 1, 0, 1), { c: 1 })).toEqual({
      ok: false,
      error: { kind: "foldFailed", fold: 1, cause: { kind: "emptyClass", label: 1 } },
    });
  });

  it("refuses a single fold", () => {
    const samples = labelledSamples([[0], [1]], [0, 1], 2);
    expect(() => crossValidate(samples, Int32Array.of(0, 0), { c: 1 })).toThrow("two folds");
  });
});

function shareOfHits(logits: Float64Array, labels: readonly number[]): number {
  const hits = labels.filter((label, i) => logits[2 * i + label]! > logits[2 * i + 1 - label]!);
  return hits.length / labels.length;
}
