/** The layers that the networks are made of: one fused operation each, on WASM and on WebGL. */
import {
  dispose,
  fused,
  tensor1d,
  tensor4d,
  type Tensor1D,
  type Tensor4D,
  type TensorContainer,
} from "@tensorflow/tfjs-core";

import type { FilterValues } from "./filters.ts";
import { weightNamed, type Weight, type Weights } from "./weights.ts";

/** Whoever builds one disposes its tensors. */
export interface Convolution {
  readonly filter: Tensor4D;
  readonly bias: Tensor1D;
}

/** Three by three in each channel, then across the channels; nothing in between. */
export interface SeparableConvolution {
  readonly depthwise: Tensor4D;
  readonly pointwise: Convolution;
}

export interface ConvolveOptions {
  readonly stride?: 1 | 2;
  /** "same": zeros around, as TensorFlow counts them. */
  readonly pad?: "same" | "valid";
  /** Only what both backends fuse at no cost: on WASM a fused leaky ReLU takes as long as one by itself. */
  readonly activation?: "linear" | "relu" | "relu6";
}

/** A convolution with its bias and activation in one operation. */
export function convolve(
  x: Tensor4D,
  { filter, bias }: Convolution,
  { stride = 1, pad = "same", activation = "linear" }: ConvolveOptions = {},
): Tensor4D {
  return fused.conv2d({ x, filter, bias, strides: stride, pad, activation });
}

/** The same within each channel. */
export function convolveDepthwise(
  x: Tensor4D,
  { filter, bias }: Convolution,
  { stride = 1, pad = "same", activation = "linear" }: ConvolveOptions = {},
): Tensor4D {
  return fused.depthwiseConv2d({ x, filter, bias, strides: stride, pad, activation });
}

export function convolveSeparably(
  x: Tensor4D,
  { depthwise, pointwise }: SeparableConvolution,
  { stride = 1, activation = "linear" }: Omit<ConvolveOptions, "pad"> = {},
): Tensor4D {
  const within = fused.depthwiseConv2d({ x, filter: depthwise, strides: stride, pad: "same" });
  return convolve(within, pointwise, { activation });
}

export function toConvolution({ filter, bias }: FilterValues): Convolution {
  return { filter: toFilter(filter), bias: tensor1d(bias) };
}

/** @param prefix of the names that face-api gives the three weights */
export function readSeparable(weights: Weights, prefix: string): SeparableConvolution {
  const filter = weightNamed(weights, `${prefix}/pointwise_filter`);
  return {
    depthwise: toFilter(weightNamed(weights, `${prefix}/depthwise_filter`)),
    pointwise: toConvolution({ filter, bias: weightNamed(weights, `${prefix}/bias`).values }),
  };
}

/** The numbers of a convolution named `…/filters` and `…/bias`. */
export function readFilter(weights: Weights, prefix: string): FilterValues {
  return {
    filter: weightNamed(weights, `${prefix}/filters`),
    bias: weightNamed(weights, `${prefix}/bias`).values,
  };
}

/** Frees every tensor in a network's record of layers, however deep. */
export function disposeLayers(layers: object): void {
  dispose(layers as TensorContainer);
}

function toFilter({ shape, values }: Weight): Tensor4D {
  return tensor4d(values, shape as [number, number, number, number]);
}
