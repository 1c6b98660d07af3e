/** Copies pixels out of a picture that the browser has decoded. */
import type { PixelArea } from "../../face/resample.ts";
import { assert } from "../../shared/assert.ts";

export interface PixelReader {
  /** Whether a pixel's first number is blue and its third red, instead of the other way round. */
  readonly isBlueFirst: boolean;
  /**
   * @param buffer room for the area, to be used again; the result may lie elsewhere
   * @returns shape [rows, columns, 4]
   */
  readonly read: (
    area: PixelArea,
    buffer?: Uint8ClampedArray<ArrayBuffer>,
  ) => Promise<Uint8ClampedArray<ArrayBuffer>>;
  /** Leaves the bitmap open. */
  readonly close: () => void;
}

/** By the format of a frame. Those with an X have nothing in their fourth number; our bitmaps are opaque. */
const IS_BLUE_FIRST = { RGBA: false, RGBX: false, BGRA: true, BGRX: true } as const;

/** Of 255, in the mean: browsers that blur canvases against snooping change some values by one. */
const MAX_DIFFERENCE = 2;

/**
 * A video frame hands its pixels out as they lie in memory, a canvas converts
 * each of them twice: 12 megapixels took 4 ms instead of 46 (Chromium 156, two
 * cores). Where there are no such frames, or where one says something else than
 * the canvas, the canvas is believed: browsers have had it for longer.
 */
export async function openPixelReader(bitmap: ImageBitmap): Promise<PixelReader> {
  const onCanvas = canvasReader(bitmap);
  const onFrame = frameReader(bitmap);
  if (onFrame === undefined) return onCanvas;
  const isBelieved = await saysTheSame(onFrame, onCanvas, bitmap);
  const [believed, other] = isBelieved ? [onFrame, onCanvas] : [onCanvas, onFrame];
  other.close();
  return believed;
}

function canvasReader(bitmap: ImageBitmap): PixelReader {
  const canvas = new OffscreenCanvas(1, 1);
  // Without it the pixels may come back from the GPU, not exactly as they went in.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  assert(context !== null, "there are 2D contexts in the worker");
  const read = ({ left, top, right, bottom }: PixelArea) => {
    const [width, height] = [right - left, bottom - top];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(bitmap, -left, -top);
    return context.getImageData(0, 0, width, height).data;
  };
  return {
    isBlueFirst: false,
    read: (area) => Promise.resolve(read(area)),
    close: () => {
      // At once: nobody knows when it would be collected.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}

/** Undefined where the browser has no frames, or one of another kind of pixels than a canvas has. */
function frameReader(bitmap: ImageBitmap): PixelReader | undefined {
  const frame = openFrame(bitmap);
  if (frame === undefined) return undefined;
  const { format } = frame;
  if (!isKnown(format) || !isSrgb(frame.colorSpace)) {
    frame.close();
    return undefined;
  }
  return {
    isBlueFirst: IS_BLUE_FIRST[format],
    async read({ left, top, right, bottom }, buffer) {
      const rect = { x: left, y: top, width: right - left, height: bottom - top };
      const length = rect.width * rect.height * 4;
      const data = buffer?.subarray(0, length) ?? new Uint8ClampedArray(length);
      await frame.copyTo(data, { rect });
      return data;
    },
    close: () => {
      frame.close();
    },
  };
}

function openFrame(bitmap: ImageBitmap): VideoFrame | undefined {
  if (!("VideoFrame" in globalThis)) return undefined;
  try {
    return new VideoFrame(bitmap, { timestamp: 0 });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}

function isKnown(format: VideoPixelFormat | null): format is keyof typeof IS_BLUE_FIRST {
  return format !== null && format in IS_BLUE_FIRST;
}

/** A photo in other colours is left to the canvas, which converts them. */
function isSrgb({ primaries, transfer, matrix, fullRange }: VideoColorSpace): boolean {
  return (
    primaries === "bt709" && transfer === "iec61966-2-1" && matrix === "rgb" && fullRange === true
  );
}

/** A row and a column, off the middle: of a picture that is turned or mirrored they differ. */
function stripsOf({ width, height }: ImageBitmap): readonly PixelArea[] {
  const [x, y] = [width >> 2, height >> 2];
  return [
    { left: 0, top: y, right: width, bottom: y + 1 },
    { left: x, top: 0, right: x + 1, bottom: height },
  ];
}

async function saysTheSame(one: PixelReader, other: PixelReader, bitmap: ImageBitmap) {
  try {
    for (const area of stripsOf(bitmap))
      if ((await meanDifference(one, other, area)) > MAX_DIFFERENCE) return false;
    return true;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
}

async function meanDifference(one: PixelReader, other: PixelReader, area: PixelArea) {
  const [a, b] = [await one.read(area), await other.read(area)];
  const [red, blue] = one.isBlueFirst === other.isBlueFirst ? [0, 2] : [2, 0];
  let sum = 0;
  for (let at = 0; at < a.length; at += 4)
    sum +=
      Math.abs(a[at + red]! - b[at]!) +
      Math.abs(a[at + 1]! - b[at + 1]!) +
      Math.abs(a[at + blue]! - b[at + 2]!);
  return sum / ((a.length / 4) * 3);
}
