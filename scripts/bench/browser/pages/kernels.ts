/** What tfjs's profile says of one kernel. */
export interface Kernel {
  readonly name: string;
  readonly inputShapes: readonly (readonly number[] | null)[];
  readonly outputShapes: readonly (readonly number[] | null)[];
}

/** They give the same numbers another shape, or nothing new: none of the backends computes. */
const NOT_LAUNCHED: ReadonlySet<string> = new Set(["Cast", "ExpandDims", "Identity", "Reshape"]);

/** Without those that compute nothing, and without the second entry that tfjs makes of a fused operation. */
export function launched(kernels: readonly Kernel[]): readonly Kernel[] {
  return kernels.filter(({ name }) => !NOT_LAUNCHED.has(name) && !name.endsWith("__op"));
}

/** Multiplications and additions of convolutions and matrix products; all else is not counted. */
export function flopsOf(kernels: readonly Kernel[]): number {
  return kernels.reduce((sum, kernel) => sum + flopsOfKernel(kernel), 0);
}

/** Of [rows, inner] times [inner, columns]. */
export function productFlops([rows, inner, columns]: readonly [number, number, number]): number {
  return 2 * rows * inner * columns;
}

function flopsOfKernel({ name, inputShapes: [first, second], outputShapes: [output] }: Kernel) {
  if (!first || !second || !output) return 0;
  const results = output.reduce((product, length) => product * length, 1);
  switch (name) {
    case "Conv2D":
    case "FusedConv2D": {
      const [height = 0, width = 0, channels = 0] = second;
      return 2 * results * height * width * channels;
    }
    case "DepthwiseConv2dNative":
    case "FusedDepthwiseConv2D": {
      const [height = 0, width = 0] = second;
      return 2 * results * height * width;
    }
    case "BatchMatMul":
    case "_FusedMatMul":
      return 2 * results * (first.at(-1) ?? 0);
    default:
      return 0;
  }
}
