/** face-api's SsdMobilenetv1 in fused operations. The same boxes and scores up to rounding. */
import { concat, reshape, tidy, type Tensor1D, type Tensor4D } from "@tensorflow/tfjs-core";

import type { PixelBox } from "../../face/geometry.ts";
import type { ScoredBox } from "../../face/mergeBoxes.ts";
import type { RgbaImage } from "../../face/rgbaImage.ts";
import { sigmoid, suppressOverlaps, toViewPx } from "./detectorBoxes.ts";
import { sideBySide, withScale, type FilterValues } from "./filters.ts";
import {
  convolve,
  convolveDepthwise,
  disposeLayers,
  toConvolution,
  type Convolution,
} from "./layers.ts";
import { toSquare, type Normalisation } from "./networkInput.ts";
import { weightNamed, type Weights } from "./weights.ts";

export interface SsdDetector {
  /**
   * Every face that the network sees in the view stretched to 512 px.
   *
   * @returns best first, at most `maxFaces`, in px of the view and inside its square
   */
  locate(view: RgbaImage, minScore: number, maxFaces: number): Promise<readonly ScoredBox[]>;
  dispose(): void;
}

interface Pair {
  readonly depthwise: Convolution;
  readonly pointwise: Convolution;
  readonly stride: 1 | 2;
}

interface Layers {
  readonly first: Convolution;
  readonly pairs: readonly Pair[];
  /** One by one and then, halving the resolution, three by three; four times. */
  readonly extras: readonly Convolution[];
  /** Boxes and classes of each of the six resolutions. */
  readonly predictors: readonly Convolution[];
}

/** Source of all that follows: face-api, ssdMobilenetv1. */
const SIDE_PX = 512;
const INPUT: Normalisation = { mean: [127.5, 127.5, 127.5], divisor: 127.5 };
const PAIRS = 13;
const HALVING_PAIRS: readonly number[] = [2, 4, 6, 12];
/** The pair whose output the finest predictor reads. */
const FINEST_PAIR = 11;
const EXTRAS = 8;
const PREDICTORS = 6;
/** Places along a side where the finest predictor looks; each next one has half as many. */
const FINEST_CELLS = 32;
const BATCH_NORM_EPSILON = 0.001;
const MAX_OVERLAP = 0.5;
const BOX_VALUES = 4;
/** Background, face, and one that is never read. */
const CLASS_VALUES = 3;
const FACE_CLASS = 1;

export function createSsdDetector(weights: Weights): SsdDetector {
  const first = readPointwise(weights, "MobilenetV1/Conv2d_0_pointwise");
  const layers: Layers = {
    first: toConvolution(first),
    pairs: Array.from({ length: PAIRS }, (_, i) => readPair(weights, i + 1)),
    extras: Array.from({ length: EXTRAS }, (_, i) =>
      toConvolution(readPointwise(weights, `Prediction/Conv2d_${i}_pointwise`)),
    ),
    predictors: Array.from({ length: PREDICTORS }, (_, i) =>
      readPredictor(weights, `Prediction/BoxPredictor_${i}`),
    ),
  };
  const priors = weightNamed(weights, "Output/extra_dim").values;
  return {
    locate: async (view, minScore, maxFaces) => {
      const output = tidy(() => run(layers, toSquare(view, SIDE_PX, INPUT)));
      const values = (await output.data()) as Float32Array;
      output.dispose();
      const kept = suppressOverlaps(decodeBoxes(values, layers, priors, minScore), MAX_OVERLAP);
      return kept
        .slice(0, maxFaces)
        .map(({ box, score }) => ({ box: toViewPx(clipped(box), view, SIDE_PX), score }));
    },
    dispose: () => {
      disposeLayers(layers);
    },
  };
}

function readPair(weights: Weights, index: number): Pair {
  const name = `MobilenetV1/Conv2d_${index}_depthwise`;
  const norm = (part: string) => weightNamed(weights, `${name}/BatchNorm/${part}`).values;
  const [mean, variance] = [norm("moving_mean"), norm("moving_variance")];
  const scale = norm("gamma").map(
    (gamma, i) => gamma / Math.sqrt(variance[i]! + BATCH_NORM_EPSILON),
  );
  const offset = norm("beta").map((beta, i) => beta - mean[i]! * scale[i]!);
  const filter = weightNamed(weights, `${name}/depthwise_weights`);
  const plain = { filter, bias: new Float32Array(scale.length) };
  return {
    depthwise: toConvolution(withScale(plain, scale, offset)),
    pointwise: toConvolution(readPointwise(weights, `MobilenetV1/Conv2d_${index}_pointwise`)),
    stride: HALVING_PAIRS.includes(index) ? 2 : 1,
  };
}

function readPointwise(weights: Weights, name: string): FilterValues {
  return {
    filter: weightNamed(weights, `${name}/weights`),
    bias: weightNamed(weights, `${name}/convolution_bn_offset`).values,
  };
}

function readPredictor(weights: Weights, name: string): Convolution {
  const part = (of: string) => ({
    filter: weightNamed(weights, `${name}/${of}/weights`),
    bias: weightNamed(weights, `${name}/${of}/biases`).values,
  });
  return toConvolution(sideBySide(part("BoxEncodingPredictor"), part("ClassPredictor")));
}

/**
 * @param input normalised pixels
 * @returns for each resolution, for each place, its anchors' boxes and then their classes
 */
function run({ first, pairs, extras, predictors }: Layers, input: Tensor4D): Tensor1D {
  const activation = "relu6";
  const maps: Tensor4D[] = [];
  let out = convolve(input, first, { stride: 2, activation });
  for (const [i, { depthwise, pointwise, stride }] of pairs.entries()) {
    out = convolveDepthwise(out, depthwise, { stride, activation });
    out = convolve(out, pointwise, { activation });
    if (i + 1 === FINEST_PAIR) maps.push(out);
  }
  maps.push(out);
  for (const [i, layer] of extras.entries()) {
    const isHalving = i % 2 === 1;
    out = convolve(out, layer, { stride: isHalving ? 2 : 1, activation });
    if (isHalving) maps.push(out);
  }
  return concat(maps.map((map, i) => reshape(convolve(map, predictors[i]!), [-1])));
}

/**
 * @param priors shape [anchors of all places, 4]: top, left, bottom, right
 * @returns in shares of the square's side
 */
function decodeBoxes(
  values: Float32Array,
  { predictors }: Layers,
  priors: Float32Array,
  minScore: number,
): readonly ScoredBox[] {
  const found: ScoredBox[] = [];
  let [at, prior] = [0, 0];
  for (const [i, { bias }] of predictors.entries()) {
    const anchors = bias.size / (BOX_VALUES + CLASS_VALUES);
    for (let place = 0; place < (FINEST_CELLS >> i) ** 2; place++) {
      for (let anchor = 0; anchor < anchors; anchor++, prior += BOX_VALUES) {
        const classes = at + anchors * BOX_VALUES + anchor * CLASS_VALUES;
        const score = sigmoid(values[classes + FACE_CLASS]!);
        if (score <= minScore) continue;
        const offsets = values.subarray(at + anchor * BOX_VALUES, classes);
        found.push({ box: decodeBox(offsets, priors.subarray(prior)), score });
      }
      at += bias.size;
    }
  }
  return found;
}

/** Offsets of the centre in tenths of the prior's sides, of the sides' logarithms in fifths. */
function decodeBox(offsets: Float32Array, prior: Float32Array): PixelBox {
  const [top, left, bottom, right] = [prior[0]!, prior[1]!, prior[2]!, prior[3]!];
  const height = Math.exp(offsets[2]! / 5) * (bottom - top);
  const width = Math.exp(offsets[3]! / 5) * (right - left);
  const y = (top + bottom) / 2 + (offsets[0]! / 10) * (bottom - top) - height / 2;
  const x = (left + right) / 2 + (offsets[1]! / 10) * (right - left) - width / 2;
  return { x, y, width, height };
}

function clipped({ x, y, width, height }: PixelBox): PixelBox {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width) - left,
    height: Math.min(1, y + height) - top,
  };
}
