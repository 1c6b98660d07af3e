/** Where the threads of training find what they share. */
import { assert } from "../../src/shared/assert.ts";
import type { LabelledSamples } from "../../src/training/labelledSamples.ts";
import { STRIP, TILE_ROWS } from "./panelKernels.ts";

/** Words (int32) at the start of the memory that threads meet at; the layout's JSON follows. */
export const CONTROL = {
  /** How many evaluations were asked for; -1 ends the threads. */
  turn: 0,
  nextChunk: 1,
  /** Threads that have done their part of the turn. */
  idle: 2,
  /** 1 once a thread has failed. */
  failed: 3,
  layoutBytes: 4,
  words: 16,
} as const;

/** Addresses and lengths count float64 values from the start of the memory. */
export interface PanelLayout {
  readonly classCount: number;
  /** Classes, padded to whole tiles; the padding's weights are zero. */
  readonly classRows: number;
  readonly inputLength: number;
  /** Input length, padded to whole strips. */
  readonly depth: number;
  readonly strip: number;
  readonly sampleCount: number;
  readonly panelSamples: number;
  readonly panelCount: number;
  readonly chunkCount: number;
  /** Shape [classRows, depth]. */
  readonly weights: number;
  /** Shape [classRows]. */
  readonly biases: number;
  /** Shape [panelCount, panelSamples]; the padding is of class 0. */
  readonly labels: number;
  /** Shape [panelCount, panelSamples]: C times the sample's weight; 0 for the padding. */
  readonly scales: number;
  /** Shape [panelCount, panelSamples / strip, depth, strip]. */
  readonly columns: number;
  /** Shape [panelCount, depth / strip, panelSamples, strip]. */
  readonly inputs: number;
  /** Shape [chunkCount, classRows, depth]. */
  readonly gradients: number;
  readonly gradientLength: number;
  /** Shape [chunkCount, classRows]. */
  readonly biasGradients: number;
  /** Shape [chunkCount]. */
  readonly losses: number;
  /** Shape [threads, scratchLength]. */
  readonly scratch: number;
  readonly scratchLength: number;
  /** Of everything. */
  readonly length: number;
}

/** For the words of `CONTROL` and the layout's JSON. */
const HEADER_LENGTH = 512;
/**
 * Sums that the gradient is made of. Fixed, since the order of additions
 * shows in the last digits: the same fit on any number of cores up to it.
 */
const CHUNKS = 16;
/** Logits of one panel that leave room in a second-level cache of 1 MiB. */
const PANEL_LOGITS = 2 ** 16;
const MAX_PANEL_SAMPLES = 128;
const MIN_PANEL_SAMPLES = 32;

export function panelLayout(
  { classCount, inputLength, labels }: LabelledSamples,
  threads: number,
): PanelLayout {
  const classRows = roundedUp(classCount, TILE_ROWS);
  const depth = roundedUp(inputLength, STRIP);
  const panelSamples = samplesOfPanel(classRows);
  const panelCount = Math.ceil(labels.length / panelSamples);
  const chunkCount = Math.min(CHUNKS, panelCount);
  const gradientLength = classRows * depth;
  const scratchLength = (classRows + 2) * panelSamples;
  let length = HEADER_LENGTH;
  const place = (values: number) => {
    const start = length;
    length += roundedUp(values, STRIP);
    return start;
  };
  const places = {
    weights: place(classRows * depth),
    biases: place(classRows),
    labels: place(panelCount * panelSamples),
    scales: place(panelCount * panelSamples),
    columns: place(panelCount * panelSamples * depth),
    inputs: place(panelCount * panelSamples * depth),
    gradients: place(chunkCount * gradientLength),
    biasGradients: place(chunkCount * classRows),
    losses: place(chunkCount),
    scratch: place(threads * scratchLength),
  };
  return {
    ...{ classCount, classRows, inputLength, depth, strip: STRIP, sampleCount: labels.length },
    ...{ panelSamples, panelCount, chunkCount, gradientLength, scratchLength },
    ...places,
    length,
  };
}

/** Writes the samples, and the layout for the threads to read. */
export function writeSamples(
  memory: WebAssembly.Memory,
  layout: PanelLayout,
  samples: LabelledSamples,
  c: number,
): void {
  const { labels, sampleWeights } = samples;
  const numbers = new Float64Array(memory.buffer);
  numbers.fill(0, HEADER_LENGTH, layout.gradients);
  for (const [s, label] of labels.entries()) {
    numbers[layout.labels + s] = label;
    numbers[layout.scales + s] = c * (sampleWeights?.[s] ?? 1);
    writeInput(numbers, layout, samples, s);
  }
  const json = new TextEncoder().encode(JSON.stringify(layout));
  assert(4 * CONTROL.words + json.length <= 8 * HEADER_LENGTH, "the header holds the layout");
  new Uint8Array(memory.buffer).set(json, 4 * CONTROL.words);
  new Int32Array(memory.buffer)[CONTROL.layoutBytes] = json.length;
}

function writeInput(
  numbers: Float64Array,
  { inputLength, depth, strip, panelSamples, columns, inputs }: PanelLayout,
  samples: LabelledSamples,
  s: number,
): void {
  const start = Math.floor(s / panelSamples) * panelSamples * depth;
  const row = s % panelSamples;
  const column = columns + start + Math.floor(row / strip) * depth * strip + (row % strip);
  for (let p = 0; p < inputLength; p++) {
    const value = samples.inputs[s * inputLength + p]!;
    numbers[column + p * strip] = value;
    const inputStrip = Math.floor(p / strip) * panelSamples * strip;
    numbers[inputs + start + inputStrip + row * strip + (p % strip)] = value;
  }
}

function samplesOfPanel(classRows: number): number {
  const fitting = Math.floor(PANEL_LOGITS / classRows / STRIP) * STRIP;
  return Math.min(MAX_PANEL_SAMPLES, Math.max(MIN_PANEL_SAMPLES, fitting));
}

function roundedUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
