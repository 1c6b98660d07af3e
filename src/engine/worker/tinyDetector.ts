/** face-api's TinyFaceDetector in fused operations. The same boxes and scores up to rounding. */
import {
  fill,
  maxPool,
  prelu,
  tidy,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
} from "@tensorflow/tfjs-core";

import type { ScoredBox } from "../../face/mergeBoxes.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { sigmoid, suppressOverlaps, toViewPx } from "./detectorBoxes.ts";
import {
  convolve,
  convolveSeparably,
  disposeLayers,
  readFilter,
  readSeparable,
  toConvolution,
  type Convolution,
  type SeparableConvolution,
} from "./layers.ts";
import { toSquare, type Normalisation } from "./networkInput.ts";
import type { Weights } from "./weights.ts";

/** The sizes that it looks at photos in; multiples of 32. */
const SIDES_PX = [128, 160, 224, 320, 416, 608] as const;
export type TinySidePx = (typeof SIDES_PX)[number];

export interface TinyDetector {
  /**
   * Every face that the network sees in the view stretched to `sidePx`.
   *
   * @returns best first, in px of the view; boxes may reach past it
   */
  locate(view: RgbaImage, sidePx: TinySidePx, minScore: number): Promise<readonly ScoredBox[]>;
  dispose(): void;
}

interface Layers {
  readonly first: Convolution;
  readonly separable: readonly SeparableConvolution[];
  /** What is left of a negative value in each channel, after `first` and after each of `separable`. */
  readonly leaks: readonly Tensor1D[];
  readonly last: Convolution;
}

/** Source of all that follows: face-api, TinyYolov2Base.ts and tinyFaceDetector/const.ts. */
const INPUT: Normalisation = { mean: [117.001, 114.697, 97.404], divisor: 255 };
const SEPARABLE_LAYERS = ["conv1", "conv2", "conv3", "conv4", "conv5"] as const;
const LEAK = 0.1;
const MAX_OVERLAP = 0.4;
/** Width and height of each anchor, in cells. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
/** x, y, width, height and score of a box. */
const BOX_VALUES = 5;

export function createTinyDetector(weights: Weights): TinyDetector {
  const layersBySide = new Map(SIDES_PX.map((sidePx) => [sidePx, readLayers(weights)]));
  return {
    locate: async (view, sidePx, minScore) => {
      const layers = layersBySide.get(sidePx)!;
      const output = tidy(() => run(layers, toSquare(view, sidePx, INPUT)));
      const cells = output.shape[1];
      const values = (await output.data()) as Float32Array;
      output.dispose();
      const found = decodeBoxes(values, cells, minScore).map(({ box, score }) => ({
        box: toViewPx(box, view, sidePx),
        score,
      }));
      return suppressOverlaps(found, MAX_OVERLAP);
    },
    dispose: () => {
      for (const layers of layersBySide.values()) disposeLayers(layers);
    },
  };
}

/**
 * A set of its own for every size (0.8 MB): on WASM a filter is slower when it
 * meets another size than last time. Measured: 22 ms instead of 28 ms at 416 px.
 */
function readLayers(weights: Weights): Layers {
  const first = toConvolution(readFilter(weights, "conv0"));
  const separable = SEPARABLE_LAYERS.map((name) => readSeparable(weights, name));
  const leaking = [first, ...separable.map(({ pointwise }) => pointwise)];
  return {
    first,
    separable,
    leaks: leaking.map(({ bias }) => fill(bias.shape, LEAK)),
    last: toConvolution(readFilter(weights, "conv8")),
  };
}

/**
 * @param input normalised pixels
 * @returns shape [1, cells, cells, anchors · 5]
 */
function run({ first, separable, leaks, last }: Layers, input: Tensor4D): Tensor4D {
  let out = pooled(convolve(input, first, { pad: "valid" }), leaks[0]!, 2);
  for (const [i, layer] of separable.entries()) {
    const stride = i < separable.length - 1 ? 2 : 1;
    out = pooled(convolveSeparably(out, layer), leaks[i + 1]!, stride);
  }
  return convolve(out, last);
}

/**
 * The activation after the pooling: it keeps the order, so the result is the
 * same for a quarter of the work. As a PReLU, because on WASM that is much
 * faster than the leaky ReLU (measured: 0.16 ms against 2.1 ms for 207 × 207 × 16).
 */
function pooled(x: Tensor4D, leak: Tensor1D, stride: 1 | 2): Tensor4D {
  return prelu<Tensor>(maxPool(x, 2, stride, "same"), leak) as Tensor4D;
}

/** @returns in shares of the square's side */
function decodeBoxes(values: Float32Array, cells: number, minScore: number): readonly ScoredBox[] {
  const found: ScoredBox[] = [];
  for (let cell = 0, at = 0; cell < cells * cells; cell++)
    for (const [anchorWidth, anchorHeight] of ANCHORS) {
      const [dx, dy, dw, dh] = [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!];
      const score = sigmoid(values[at + 4]!);
      at += BOX_VALUES;
      if (score <= minScore) continue;
      const width = (Math.exp(dw) * anchorWidth) / cells;
      const height = (Math.exp(dh) * anchorHeight) / cells;
      const x = ((cell % cells) + sigmoid(dx)) / cells - width / 2;
      const y = (Math.floor(cell / cells) + sigmoid(dy)) / cells - height / 2;
      found.push({ box: { x, y, width, height }, score });
    }
  return found;
}
