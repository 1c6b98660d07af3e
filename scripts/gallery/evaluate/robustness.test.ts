import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { LogisticFit } from "../../../src/training/fitLogisticRegression.ts";
import { ENGINE_VERSION } from "../../engine/engineVersion.ts";
import { createDataset } from "../dataset.ts";
import { recordLine, writeSegment } from "../describe/segmentFile.ts";
import { candidate, descriptorAt } from "../testing.ts";
import { CONDITIONS, type Condition } from "./perturbPhoto.ts";
import { robustnessFigures } from "./robustness.ts";
import { trialKey } from "./robustnessWorker.ts";

/** A's photos lie on the first axis, B's on the second. */
const DATASET = createDataset([
  candidate("a", [descriptorAt(1), descriptorAt(3)]),
  candidate("b", [descriptorAt(0, 1), descriptorAt(0, 3)]),
]);

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "robustness-"));
});
afterEach(() => rm(dir, { recursive: true }));

describe("robustnessFigures", () => {
  it("judges what is kept, worked by hand, and starts no process for it", async () => {
    await keep((condition, at, descriptor) => {
      // Under blur the first photo has no face, and the last one moves over to A by 4 and back by 3.
      if (condition !== "blur") return descriptor;
      return at === 0 ? undefined : at === 3 ? descriptorAt(4) : descriptor;
    });
    const figures = await robustnessFigures({ ...foldsOf(rightModel()), ...where() });
    expect(figures.map(({ condition }) => condition)).toEqual(CONDITIONS);
    const [none, blur] = ["none", "blur"].map((name) =>
      figures.find(({ condition }) => condition === name)!,
    );
    expect(none).toEqual({ condition: "none", photos: 4, found: 1, top1: 1, medianShift: 0 });
    expect(blur).toEqual({ condition: "blur", photos: 4, found: 0.75, top1: 0.5, medianShift: 0 });
  });

  it("tells how far the middle photo moves", async () => {
    await keep((condition, at, descriptor) =>
      condition === "dark" ? moved(descriptor, [0.1, 0.2, 0.4, 0.8][at]!) : descriptor,
    );
    const figures = await robustnessFigures({ ...foldsOf(rightModel()), ...where() });
    const dark = figures.find(({ condition }) => condition === "dark")!;
    expect([0.2, 0.4].some((shift) => Math.abs(dark.medianShift - shift) < 1e-6)).toBe(true);
  });

  it("asks the model that has not seen the photo", async () => {
    await keep((_, __, descriptor) => descriptor);
    // The photos are in fold 1; the model of fold 0 would be wrong about all of them.
    const models = [wrongModel(), rightModel()];
    const input = { folds: Int32Array.of(1, 1, 1, 1), models, ...where() };
    for (const { top1 } of await robustnessFigures(input)) expect(top1).toBe(1);
    const swapped = { ...input, models: models.toReversed() };
    for (const { top1 } of await robustnessFigures(swapped)) expect(top1).toBe(0);
  });
});

function where() {
  return { dataset: DATASET, cacheDir: dir, jobs: 1 };
}

/** Leaves a trial of each photo under each condition, as an earlier run would have. */
async function keep(
  seen: (condition: Condition, at: number, descriptor: Descriptor) => Descriptor | undefined,
): Promise<void> {
  const lines = DATASET.photos.flatMap(({ photo, face }, at) =>
    CONDITIONS.map((condition) => {
      const descriptor = seen(condition, at, face.descriptor);
      const bytes = descriptor && Buffer.from(Float32Array.from(descriptor).buffer);
      const record = { descriptor: bytes?.toString("base64") ?? null };
      return recordLine(trialKey(photo.sha256, condition), record);
    }),
  );
  await writeSegment(join(dir, "robustness", ENGINE_VERSION), lines);
}

function moved(descriptor: Descriptor, by: number): Descriptor {
  return descriptor.map((value, i) => (i === 9 ? value + by : value)) as Descriptor;
}

function foldsOf(model: LogisticFit) {
  return { folds: Int32Array.of(0, 0, 0, 0), models: [model] };
}

/** A for the first axis, B for the second. */
function rightModel(): LogisticFit {
  return model([...descriptorAt(1), ...descriptorAt(0, 1)]);
}

function wrongModel(): LogisticFit {
  return model([...descriptorAt(0, 1), ...descriptorAt(1)]);
}

function model(weights: readonly number[]): LogisticFit {
  return {
    classCount: 2,
    inputLength: 128,
    weights: Float64Array.from(weights),
    biases: new Float64Array(2),
    objective: 0,
    gradientMax: 0,
    iterations: 0,
    evaluations: 0,
  };
}
