// What the cameras of the tests see: one file for each scene.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

import { VISITOR } from "./gallery.ts";
import { snapshot } from "./photos.ts";
import { encodeY4m } from "./y4m.ts";

const FOLDER = fileURLToPath(new URL("../../.cache/e2e-scenes", import.meta.url));
const WIDTH_PX = 640;
const HEIGHT_PX = 480;
const SPEED = { frames: 10, framesPerSecond: 10 };

export type Scene = "portrait" | "wall";

export function scenePath(scene: Scene): string {
  return join(FOLDER, `${scene}.y4m`);
}

/** Writes every scene; the browsers that play them start later. */
export async function writeScenes(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const wall = sharp({
    create: { width: WIDTH_PX, height: HEIGHT_PX, channels: 3, background: "#b6b2aa" },
  });
  const visitor = await snapshot(VISITOR, WIDTH_PX, HEIGHT_PX);
  writeFileSync(scenePath("portrait"), await encodeY4m(visitor, SPEED));
  writeFileSync(scenePath("wall"), await encodeY4m(wall, SPEED));
}
