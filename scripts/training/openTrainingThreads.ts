/** Training on every core, in WebAssembly: a drop-in for `multinomialObjective`. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import { assert } from "../../src/shared/assert.ts";
import { type ObjectiveFactory, penalty } from "../../src/training/multinomialObjective.ts";
import { compilePanelKernels } from "./panelKernels.ts";
import { CONTROL, panelLayout, type PanelLayout, writeSamples } from "./panelLayout.ts";
import workerSource from "./panelWorker.mjs?raw";

export interface TrainingThreads {
  /**
   * As `multinomialObjective`, to within rounding, and bit for bit the same on
   * any number of threads. An objective is good until the next one is made:
   * all use one memory.
   *
   * @throws where the samples need more than 4 GB, about 1.8 million descriptors
   */
  readonly objective: ObjectiveFactory;
  close(): Promise<void>;
}

const PAGE_BYTES = 2 ** 16;
const MAX_PAGES = 2 ** 16;

/** Starts the threads; they sleep between evaluations and keep no process alive. */
export async function openTrainingThreads(
  count: number = availableParallelism(),
): Promise<TrainingThreads> {
  const kernels = await compilePanelKernels();
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
  const source = new URL(`data:text/javascript,${encodeURIComponent(workerSource)}`);
  const workers = Array.from({ length: count }, (_, thread) => {
    return new Worker(source, { workerData: { memory, kernels, control: CONTROL, thread } });
  });
  await Promise.all(workers.map(started));
  for (const worker of workers) worker.unref();
  const control = new Int32Array(memory.buffer, 0, CONTROL.words);

  return {
    objective: (samples, c, prior) => {
      const layout = panelLayout(samples, count);
      growTo(memory, 8 * layout.length);
      writeSamples(memory, layout, samples, c);
      const numbers = new Float64Array(memory.buffer);
      return (point, gradient) => {
        writePoint(numbers, layout, point);
        runTurn(control, count);
        const weightCount = layout.classCount * layout.inputLength;
        return penalty(point, gradient, weightCount, prior) + addChunks(numbers, layout, gradient);
      };
    },
    close: async () => {
      Atomics.store(control, CONTROL.turn, -1);
      Atomics.notify(control, CONTROL.turn);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function started(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  assert(pages <= MAX_PAGES, `training needs ${Math.ceil(bytes / 2 ** 30)} GB at once`);
  const missing = pages - memory.buffer.byteLength / PAGE_BYTES;
  if (missing > 0) memory.grow(missing);
}

function runTurn(control: Int32Array, threads: number): void {
  Atomics.store(control, CONTROL.nextChunk, 0);
  Atomics.store(control, CONTROL.idle, 0);
  Atomics.add(control, CONTROL.turn, 1);
  Atomics.notify(control, CONTROL.turn);
  waitUntilIdle(control, threads);
  assert(Atomics.load(control, CONTROL.failed) === 0, "no thread of training fails");
}

function waitUntilIdle(control: Int32Array, threads: number): void {
  for (;;) {
    const idle = Atomics.load(control, CONTROL.idle);
    if (idle === threads) return;
    Atomics.wait(control, CONTROL.idle, idle);
  }
}

function writePoint(numbers: Float64Array, layout: PanelLayout, point: Float64Array): void {
  const { classCount, inputLength, depth } = layout;
  for (let k = 0; k < classCount; k++)
    numbers.set(point.subarray(k * inputLength, (k + 1) * inputLength), layout.weights + k * depth);
  numbers.set(point.subarray(classCount * inputLength), layout.biases);
}

/** Adds the chunks' gradients in their order; returns the sum of their losses. */
function addChunks(numbers: Float64Array, layout: PanelLayout, gradient: Float64Array): number {
  const { classCount, classRows, inputLength, depth, chunkCount, gradientLength } = layout;
  const weightCount = classCount * inputLength;
  let value = 0;
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    value += numbers[layout.losses + chunk]!;
    const biases = layout.biasGradients + chunk * classRows;
    for (let k = 0; k < classCount; k++) {
      const row = layout.gradients + chunk * gradientLength + k * depth;
      for (let p = 0; p < inputLength; p++) gradient[k * inputLength + p]! += numbers[row + p]!;
      gradient[weightCount + k]! += numbers[biases + k]!;
    }
  }
  return value;
}
