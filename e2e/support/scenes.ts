// What the cameras of the tests see: one file for each scene.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Sharp } from "sharp";

import { OTHER_VISITORS, VISITOR } from "./gallery.ts";
import { portrait, snapshot } from "./photos.ts";
import { encodeY4m } from "./y4m.ts";

const FOLDER = fileURLToPath(new URL("../../.cache/e2e-scenes", import.meta.url));
const WIDTH_PX = 640;
const HEIGHT_PX = 480;
const SPEED = { frames: 10, framesPerSecond: 10 };
const WALL = "#b6b2aa";

const SCENES = {
  /** The visitor, as a good photo has them. */
  portrait: () => snapshot(VISITOR, WIDTH_PX, HEIGHT_PX),
  /** Nobody. */
  wall: () => Promise.resolve(plain(WALL)),
  /** The visitor at the other end of the room. */
  far: () => hung([{ id: VISITOR, heightPx: 130, left: 270, top: 160 }]),
  /** The visitor at night. */
  dark: async () => (await snapshot(VISITOR, WIDTH_PX, HEIGHT_PX)).linear(0.12),
  /** The visitor and somebody else. */
  two: () =>
    hung([
      { id: VISITOR, heightPx: 300, left: 50, top: 150 },
      { id: OTHER_VISITORS[0], heightPx: 300, left: 340, top: 150 },
    ]),
  /** The visitor at the edge of the picture. */
  aside: () => hung([{ id: VISITOR, heightPx: 300, left: 0, top: 170 }]),
} satisfies Record<string, () => Promise<Sharp>>;

export type Scene = keyof typeof SCENES;

export function scenePath(scene: Scene): string {
  return join(FOLDER, `${scene}.y4m`);
}

/** Writes every scene; the browsers that play them start later. */
export async function writeScenes(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const scene of Object.keys(SCENES) as Scene[])
    writeFileSync(scenePath(scene), await encodeY4m(await SCENES[scene](), SPEED));
}

interface Hung {
  readonly id: string;
  readonly heightPx: number;
  readonly left: number;
  readonly top: number;
}

/** Portraits in front of a plain wall. */
async function hung(portraits: readonly Hung[]): Promise<Sharp> {
  const layers = await Promise.all(
    portraits.map(async ({ id, heightPx, left, top }) => ({
      input: await sharp(portrait(id).buffer).resize({ height: heightPx }).toBuffer(),
      left,
      top,
    })),
  );
  return sharp(await plain(WALL).composite(layers).png().toBuffer());
}

function plain(background: string): Sharp {
  return sharp({ create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background } });
}
