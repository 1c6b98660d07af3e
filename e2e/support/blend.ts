// A visitor who is nobody: halfway between two of the gallery's composite portraits.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

import { faceMesh, meshInPhoto } from "../../scripts/gallery/portraits/faceMesh.ts";
import type { Landmarks } from "../../src/face/geometry.ts";
import { warpMap, warpThrough, type WarpedImage } from "../../src/face/piecewiseAffine.ts";
import { PORTRAIT } from "../../src/face/portraitFrame.ts";
import { portrait } from "./photos.ts";
import type { PhotoFile } from "./photos.ts";

const { width, height } = PORTRAIT;

/** A landmark as the gallery's file has it. */
type Pair = readonly [x: number, y: number];

/** Both shapes and both pictures, half and half. */
export async function blendedVisitor(first: string, second: string): Promise<PhotoFile> {
  const shapes = [shapeOf(first), shapeOf(second)] as const;
  const mesh = faceMesh(
    shapes[0].map(({ x, y }, i) => ({
      x: (x + shapes[1][i]!.x) / 2,
      y: (y + shapes[1][i]!.y) / 2,
    })),
  );
  const map = warpMap(mesh, width, height);
  const [a, b] = await Promise.all([
    pixelsOf(first).then((image) => warpThrough(map, image, meshInPhoto(mesh, shapes[0]))),
    pixelsOf(second).then((image) => warpThrough(map, image, meshInPhoto(mesh, shapes[1]))),
  ]);
  const buffer = await sharp(mixed(a, b), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { name: "visitor.png", mimeType: "image/png", buffer };
}

/** The mean where both reach, else the one that does. */
function mixed(a: WarpedImage, b: WarpedImage): Uint8ClampedArray {
  return Uint8ClampedArray.from(a.colours, (value, i) => {
    const pixel = Math.floor(i / 3);
    const [inA, inB] = [a.covered[pixel]!, b.covered[pixel]!];
    return (inA * value + inB * b.colours[i]!) / Math.max(1, inA + inB);
  });
}

function shapeOf(id: string): Landmarks {
  const file = fileURLToPath(new URL("../../public/gallery/gallery.json", import.meta.url));
  const { people } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly people: readonly { readonly id: string; readonly shape: readonly Pair[] }[];
  };
  const person = people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new Error(`The gallery has no ${id}`);
  return person.shape.map(([x, y]) => ({ x, y }));
}

async function pixelsOf(id: string) {
  const { data, info } = await sharp(portrait(id).buffer)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
