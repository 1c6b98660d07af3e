import bytes from "./pixelKernels.json" with { type: "json" };

/** The pure rooms know no browser; WebAssembly is in Node as well. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * The hot loops over pixels, four channels to an instruction; source:
 * `scripts/kernels/assemblePixelKernels.ts`. They work on `memory`, in which
 * nothing stays from one call to the next; addresses in bytes.
 */
export interface PixelKernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /**
   * Rows `firstRow` to `endRow` of cutSimilarity's result, three float32 a pixel, to `out`.
   * Reads a row and a pixel past the image, writes four bytes past the result.
   */
  cut(
    ...args: [
      ...[image: number, width: number, height: number],
      ...[out: number, outWidth: number, firstRow: number, endRow: number, samplesASide: number],
      ...[a: number, b: number, tx: number, ty: number, isBlackOutside: 0 | 1],
    ]
  ): void;
  /** Adds the row shrunk from `from` to `to` pixels, times `share`, to `sums`: four float32 a pixel. */
  addRow(row: number, from: number, to: number, sums: number, share: number): void;
  /** Rounds `sums` to `out`, four bytes a pixel, and clears them. */
  writeRow(sums: number, width: number, out: number): void;
}

let loaded: { readonly kernels: PixelKernels | undefined } | undefined;

/** `undefined` where the browser's WebAssembly lacks SIMD: Safari before 16.4. */
export function pixelKernels(): PixelKernels | undefined {
  loaded ??= { kernels: load() };
  return loaded.kernels;
}

function load(): PixelKernels | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(bytes));
    return new WebAssembly.Instance(module).exports as PixelKernels;
  } catch {
    return undefined; // the loops in TypeScript do the same
  }
}

const PAGE_BYTES = 65_536;

/** Makes the memory large enough. Views on its buffer from before are then empty. */
export function reserve({ memory }: PixelKernels, byteCount: number): void {
  const missing = byteCount - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}
