import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { PixelArea } from "../../face/resample.ts";
import { bitmapPixels, readPixels } from "./bitmapPixels.ts";
import { openPixelReader } from "./pixelReader.ts";

const WIDTH = 9;
const HEIGHT = 7;
const SRGB = { primaries: "bt709", transfer: "iec61966-2-1", matrix: "rgb", fullRange: true };
const ALL = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
const bitmap = { width: WIDTH, height: HEIGHT } as ImageBitmap;

/** Every value another one: red, green, blue and what is opaque. */
const PHOTO = Uint8ClampedArray.from({ length: WIDTH * HEIGHT * 4 }, (_, i) =>
  i % 4 === 3 ? 255 : (i * 37) % 251,
);

function pixelsOf({ left, top, right, bottom }: PixelArea): Uint8ClampedArray {
  const rows: number[] = [];
  for (let y = top; y < bottom; y++)
    rows.push(...PHOTO.subarray((y * WIDTH + left) * 4, (y * WIDTH + right) * 4));
  return Uint8ClampedArray.from(rows);
}

function swapped(pixels: Uint8ClampedArray): Uint8ClampedArray {
  return pixels.map((_, i) => pixels[i % 4 === 3 || i % 4 === 1 ? i : i + 2 - 2 * (i % 4)]!);
}

/** A canvas that only knows this photo. */
class FakeCanvas {
  width = 0;
  height = 0;

  getContext() {
    let [left, top] = [0, 0];
    return {
      drawImage: (_: unknown, x: number, y: number) => {
        [left, top] = [-x, -y];
      },
      getImageData: (_x: number, _y: number, width: number, height: number) => ({
        data: pixelsOf({ left, top, right: left + width, bottom: top + height }),
      }),
    };
  }
}

const closed = vi.fn();
interface FrameTraits {
  readonly format?: string | null;
  readonly colorSpace?: object;
  readonly copy?: (area: PixelArea) => Uint8ClampedArray;
}

/** @param copy what it says of an area */
function frames({ format = "BGRX", colorSpace = SRGB, copy = frameCopy }: FrameTraits = {}) {
  return class {
    readonly format = format;
    readonly colorSpace = colorSpace;
    readonly close = closed;
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects, as a frame does, when `copy` throws
    async copyTo(data: Uint8ClampedArray, { rect }: { rect: DOMRectInit }) {
      const { x = 0, y = 0, width = 0, height = 0 } = rect;
      data.set(copy({ left: x, top: y, right: x + width, bottom: y + height }));
    }
  };
}

const frameCopy = (area: PixelArea) => swapped(pixelsOf(area));

beforeEach(() => {
  closed.mockClear();
  vi.stubGlobal("OffscreenCanvas", FakeCanvas);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("reads a frame as it lies in memory, and says that blue is first", async () => {
  vi.stubGlobal("VideoFrame", frames());
  const area = { left: 2, top: 1, right: 7, bottom: 4 };
  const reader = await openPixelReader(bitmap);
  expect(await reader.read(area)).toEqual(frameCopy(area));
  expect(reader.isBlueFirst).toBe(true);
  reader.close();
  expect(closed).toHaveBeenCalledOnce();
});

it("uses the room that it is given", async () => {
  vi.stubGlobal("VideoFrame", frames());
  const room = new Uint8ClampedArray(1000);
  const data = await (await openPixelReader(bitmap)).read(ALL, room);
  expect(data.buffer).toBe(room.buffer);
  expect(data).toHaveLength(WIDTH * HEIGHT * 4);
});

const upsideDown = (area: PixelArea) =>
  frameCopy({ ...area, top: HEIGHT - area.bottom, bottom: HEIGHT - area.top });
const mirrored = (area: PixelArea) =>
  frameCopy({ ...area, left: WIDTH - area.right, right: WIDTH - area.left });
const refuse = () => {
  throw new DOMException("not here", "NotSupportedError");
};

it.each([
  ["there are no frames", undefined],
  ["they are of another kind", frames({ format: "I420" })],
  ["their kind is not known", frames({ format: null })],
  ["their colours are others", frames({ colorSpace: { ...SRGB, primaries: "smpte432" } })],
  ["red and blue are the other way round than said", frames({ copy: pixelsOf })],
  ["they stand on their head", frames({ copy: upsideDown })],
  ["they are mirrored", frames({ copy: mirrored })],
  ["they are not to be copied", frames({ copy: refuse })],
  [
    "they cannot be made",
    vi.fn(function () {
      refuse();
    }),
  ],
])("reads a canvas where %s", async (_, VideoFrame) => {
  if (VideoFrame) vi.stubGlobal("VideoFrame", VideoFrame);
  const reader = await openPixelReader(bitmap);
  expect(await reader.read(ALL)).toEqual(PHOTO);
  expect(reader.isBlueFirst).toBe(false);
});

it("believes a frame where the canvas is blurred by a little against snooping", async () => {
  vi.stubGlobal("VideoFrame", frames({ copy: (area) => frameCopy(area).map((v) => v ^ 1) }));
  expect((await openPixelReader(bitmap)).isBlueFirst).toBe(true);
});

it.each(["BGRA", "BGRX"])("gives the same photo from %s as from a canvas", async (format) => {
  const onCanvas = await partsOf();
  vi.stubGlobal("VideoFrame", frames({ format }));
  expect(await partsOf()).toEqual(onCanvas);
});

it("fails where there is no canvas at all, and can be closed all the same", async () => {
  vi.stubGlobal("OffscreenCanvas", undefined);
  const photo = bitmapPixels(bitmap);
  vi.stubGlobal("VideoFrame", frames());
  const broken = bitmapPixels(bitmap);
  await expect(photo.shrunkTo(4)).rejects.toThrow();
  await expect(broken.shrunkTo(4)).rejects.toThrow();
  await Promise.all([photo.close(), broken.close()]);
});

async function partsOf() {
  const photo = bitmapPixels(bitmap);
  const cut = await photo.cut({ a: 0.8, b: 0.3, tx: 1, ty: 2 }, 5, 4);
  const shrunk = await photo.shrunkTo(4);
  const whole = await photo.shrunkTo(WIDTH);
  await photo.close();
  return { cut, shrunk, whole, all: await readPixels(bitmap) };
}
