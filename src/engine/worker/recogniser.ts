/** face-api's FaceRecognitionNet in fused operations. The same descriptors up to rounding. */
import {
  add,
  avgPool,
  matMul,
  maxPool,
  mean,
  pad,
  relu,
  tensor2d,
  tidy,
  type Tensor2D,
  type Tensor4D,
} from "@tensorflow/tfjs-core";

import type { RgbPixels } from "../../face/rgbaImage.ts";
import { withScale, type FilterValues } from "./filters.ts";
import { convolve, disposeLayers, readFilter, toConvolution, type Convolution } from "./layers.ts";
import { toBatch, type Normalisation } from "./networkInput.ts";
import { weightNamed, type Weights } from "./weights.ts";

export interface Recogniser {
  /**
   * The network's output for each chip.
   *
   * @param chips 150 × 150 px each
   * @returns shape [chips, 128]
   */
  describe(chips: readonly RgbPixels[]): Promise<Float32Array>;
  dispose(): void;
}

interface Residual {
  /** Whether it halves the resolution. */
  readonly isDown: boolean;
  readonly first: Convolution;
  readonly second: Convolution;
}

interface Layers {
  readonly first: Convolution;
  readonly residuals: readonly Residual[];
  readonly weights: Tensor2D;
}

/** Source of all that follows: face-api, FaceRecognitionNet.ts and residualLayer.ts. */
const INPUT: Normalisation = { mean: [122.782, 117.001, 104.298], divisor: 255 };
const RESIDUALS = [
  "conv32_1",
  "conv32_2",
  "conv32_3",
  "conv64_down",
  "conv64_1",
  "conv64_2",
  "conv64_3",
  "conv128_down",
  "conv128_1",
  "conv128_2",
  "conv256_down",
  "conv256_1",
  "conv256_2",
  "conv256_down_out",
] as const;

export function createRecogniser(weights: Weights): Recogniser {
  const { values, shape } = weightNamed(weights, "fc");
  const layers: Layers = {
    first: toConvolution(readScaled(weights, "conv32_down")),
    residuals: RESIDUALS.map((name) => ({
      isDown: name.includes("down"),
      first: toConvolution(readScaled(weights, `${name}/conv1`)),
      second: toConvolution(readScaled(weights, `${name}/conv2`)),
    })),
    weights: tensor2d(values, shape as [number, number]),
  };
  return {
    describe: async (chips) => {
      const output = tidy(() => run(layers, toBatch(chips, INPUT)));
      const descriptors = (await output.data()) as Float32Array;
      output.dispose();
      return descriptors;
    },
    dispose: () => {
      disposeLayers(layers);
    },
  };
}

function readScaled(weights: Weights, name: string): FilterValues {
  return withScale(
    readFilter(weights, `${name}/conv`),
    weightNamed(weights, `${name}/scale/weights`).values,
    weightNamed(weights, `${name}/scale/biases`).values,
  );
}

/**
 * @param input normalised pixels
 * @returns shape [chips, 128]
 */
function run({ first, residuals, weights }: Layers, input: Tensor4D): Tensor2D {
  let out = convolve(input, first, { stride: 2, pad: "valid", activation: "relu" });
  out = maxPool(out, 3, 2, "valid");
  for (const residual of residuals) out = runResidual(residual, out);
  return matMul(mean(out, [1, 2]), weights);
}

function runResidual({ isDown, first, second }: Residual, x: Tensor4D): Tensor4D {
  const inner = isDown
    ? convolve(x, first, { stride: 2, pad: "valid", activation: "relu" })
    : convolve(x, first, { activation: "relu" });
  const out = convolve(inner, second);
  if (!isDown) return relu(add(out, x));
  const shortcut = avgPool(x, 2, 2, "valid");
  const [sidePx, channels] = [shortcut.shape[1], out.shape[3]];
  return relu(add(filledUp(out, sidePx, channels), filledUp(shortcut, sidePx, channels)));
}

/** With zeros below, to the right and as further channels, where dlib's two paths differ in size. */
function filledUp(x: Tensor4D, sidePx: number, channels: number): Tensor4D {
  const more = sidePx - x.shape[1];
  const moreChannels = channels - x.shape[3];
  if (more === 0 && moreChannels === 0) return x;
  return pad(x, [
    [0, 0],
    [0, more],
    [0, more],
    [0, moreChannels],
  ]);
}
