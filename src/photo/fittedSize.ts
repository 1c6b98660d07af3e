export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size with the same proportions whose longer side is at most `maxSidePx`; never enlarged, never below 1 px. */
export function fittedSize({ width, height }: Size, maxSidePx: number): Size {
  const scale = Math.min(1, maxSidePx / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
