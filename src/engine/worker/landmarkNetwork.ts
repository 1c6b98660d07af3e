/** face-api's FaceLandmark68Net in fused operations. The same points up to rounding. */
import {
  add,
  avgPool,
  fused,
  relu,
  reshape,
  tensor1d,
  tensor2d,
  tidy,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from "@tensorflow/tfjs-core";

import type { RgbPixels } from "../../face/rgbaImage.ts";
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
import { toBatch, type Normalisation } from "./networkInput.ts";
import { weightNamed, type Weights } from "./weights.ts";

export interface LandmarkNetwork {
  /**
   * The 68 points of each face.
   *
   * @param squares 112 × 112 px each
   * @returns shape [squares, 68, 2]: x and y in shares of the square's side
   */
  locate(squares: readonly RgbPixels[]): Promise<Float32Array>;
  dispose(): void;
}

/** Of a block whose outputs are summed: the first halves the resolution, three follow. */
interface DenseBlock {
  readonly first: Convolution | SeparableConvolution;
  readonly others: readonly SeparableConvolution[];
}

interface Layers {
  readonly blocks: readonly DenseBlock[];
  readonly weights: Tensor2D;
  readonly bias: Tensor1D;
}

/** Source of all that follows: face-api, FaceFeatureExtractor.ts, denseBlock.ts and FaceProcessor.ts. */
const INPUT: Normalisation = { mean: [122.782, 117.001, 104.298], divisor: 255 };

export function createLandmarkNetwork(weights: Weights): LandmarkNetwork {
  const { values, shape } = weightNamed(weights, "fc/weights");
  const layers: Layers = {
    blocks: ["dense0", "dense1", "dense2", "dense3"].map((name, i) =>
      readBlock(weights, name, i === 0),
    ),
    weights: tensor2d(values, shape as [number, number]),
    bias: tensor1d(weightNamed(weights, "fc/bias").values),
  };
  return {
    locate: async (squares) => {
      const output = tidy(() => run(layers, toBatch(squares, INPUT)));
      const points = (await output.data()) as Float32Array;
      output.dispose();
      return points;
    },
    dispose: () => {
      disposeLayers(layers);
    },
  };
}

function readBlock(weights: Weights, name: string, isFirst: boolean): DenseBlock {
  return {
    first: isFirst
      ? toConvolution(readFilter(weights, `${name}/conv0`))
      : readSeparable(weights, `${name}/conv0`),
    others: ["conv1", "conv2", "conv3"].map((layer) => readSeparable(weights, `${name}/${layer}`)),
  };
}

/**
 * @param input normalised pixels
 * @returns shape [squares, 136]
 */
function run({ blocks, weights, bias }: Layers, input: Tensor4D): Tensor2D {
  let out = input;
  for (const block of blocks) out = runBlock(block, out);
  const features = reshape(avgPool(out, 7, 2, "valid"), [input.shape[0], -1]);
  return fused.matMul({ a: features, b: weights, bias }) as Tensor2D;
}

/** Every layer's input is the rectified sum of all outputs before it. */
function runBlock({ first, others }: DenseBlock, x: Tensor4D): Tensor4D {
  let input =
    "filter" in first
      ? convolve(x, first, { stride: 2, activation: "relu" })
      : convolveSeparably(x, first, { stride: 2, activation: "relu" });
  let sum = input;
  for (const layer of others) {
    sum = add(sum, convolveSeparably(input, layer));
    input = relu(sum);
  }
  return input;
}
