// One thread of training: waits in shared memory for an evaluation, and works on its chunks of
// panels. Started from its own text, so that it needs no file beside the bundle: it imports
// nothing but Node.
import { parentPort, workerData } from "node:worker_threads";

const { memory, kernels, control: at, thread } = workerData;
const { multiply, addBiases, toResiduals } = new WebAssembly.Instance(kernels, {
  panels: { memory },
}).exports;

/** The numbers that threads meet at; the buffer of a grown memory is another, its bytes are the same. */
const control = new Int32Array(memory.buffer, 0, at.words);

parentPort.postMessage("ready");
serve();

/** Every evaluation raises `turn` once; a turn of -1 is the end. */
function serve() {
  let seen = 0;
  for (;;) {
    Atomics.wait(control, at.turn, seen);
    seen = Atomics.load(control, at.turn);
    if (seen === -1) return;
    try {
      evaluateChunks();
    } catch (error) {
      Atomics.store(control, at.failed, 1);
      console.error(error);
    }
    Atomics.add(control, at.idle, 1);
    Atomics.notify(control, at.idle);
  }
}

/** Whichever thread is free takes the next chunk: what a chunk sums to does not depend on it. */
function evaluateChunks() {
  const layout = readLayout();
  const numbers = new Float64Array(memory.buffer);
  for (;;) {
    const chunk = Atomics.add(control, at.nextChunk, 1);
    if (chunk >= layout.chunkCount) return;
    evaluateChunk(layout, numbers, chunk);
  }
}

function readLayout() {
  const start = 4 * at.words;
  const bytes = new Uint8Array(memory.buffer, start, control[at.layoutBytes]).slice();
  return JSON.parse(new TextDecoder().decode(bytes));
}

function evaluateChunk(layout, numbers, chunk) {
  const { panelCount, chunkCount, gradientLength, classRows } = layout;
  const gradient = layout.gradients + chunk * gradientLength;
  const biasGradient = layout.biasGradients + chunk * classRows;
  numbers.fill(0, gradient, gradient + gradientLength);
  numbers.fill(0, biasGradient, biasGradient + classRows);

  let loss = 0;
  const first = Math.floor((chunk * panelCount) / chunkCount);
  const end = Math.floor(((chunk + 1) * panelCount) / chunkCount);
  for (let panel = first; panel < end; panel++)
    loss += evaluatePanel(layout, numbers, panel, { gradient, biasGradient });
  numbers[layout.losses + chunk] = loss;
}

/** Adds a panel's part to the chunk's gradients, and returns its loss. */
function evaluatePanel(layout, numbers, panel, { gradient, biasGradient }) {
  const { classCount, classRows, depth, panelSamples, strip } = layout;
  const sampleStrips = panelSamples / strip;
  const maxima = layout.scratch + thread * layout.scratchLength;
  const totals = maxima + panelSamples;
  const logits = totals + panelSamples;
  const scales = layout.scales + panel * panelSamples;
  const labels = layout.labels + panel * panelSamples;
  const values = panel * panelSamples * depth;

  numbers.fill(0, logits, logits + classRows * panelSamples);
  multiply(
    8 * logits,
    8 * layout.weights,
    8 * (layout.columns + values),
    classRows,
    sampleStrips,
    depth,
  );
  addBiases(8 * logits, 8 * layout.biases, classCount, sampleStrips, 8 * maxima);
  let loss = 0;
  for (let s = 0; s < panelSamples; s++) {
    const logit = numbers[logits + numbers[labels + s] * panelSamples + s];
    loss += numbers[scales + s] * (numbers[maxima + s] - logit);
  }
  toResiduals(
    8 * logits,
    classCount,
    sampleStrips,
    8 * maxima,
    8 * scales,
    8 * totals,
    8 * biasGradient,
  );
  for (let s = 0; s < panelSamples; s++) {
    const scale = numbers[scales + s];
    loss += scale * Math.log(numbers[totals + s]);
    numbers[logits + numbers[labels + s] * panelSamples + s] -= scale;
    numbers[biasGradient + numbers[labels + s]] -= scale;
  }
  multiply(
    8 * gradient,
    8 * logits,
    8 * (layout.inputs + values),
    classRows,
    depth / strip,
    panelSamples,
  );
  return loss;
}
