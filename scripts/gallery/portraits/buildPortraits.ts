/** Stage 7: a composite portrait of everybody, each made once for the same photos. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import sharp from "sharp";

import type { Landmarks } from "../../../src/face/geometry.ts";
import type { RgbaImage } from "../../../src/face/rgbaImage.ts";
import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import { writeWhole } from "../atomicFile.ts";
import type { UsablePhoto } from "../faces.ts";
import { choosePortraitPhotos, photoWeight } from "./choosePhotos.ts";
import { composePortrait, type Portrait } from "./composePortrait.ts";

/** Raised when the same photos would give another portrait. */
const LOOK = 1;
/** Small, and without visible blocks (by eye). */
const WEBP = { quality: 80, effort: 6, smartSubsample: true } as const;

export interface StoredPortrait {
  /** The file's content. */
  readonly webp: Buffer;
  readonly shape: Landmarks;
}

/** One portrait per list of photos, in the same order. */
export async function buildPortraits(
  people: readonly (readonly UsablePhoto[])[],
  cacheDir: string,
): Promise<readonly StoredPortrait[]> {
  const bar = new SingleBar({
    format: "portraits {bar} {value}/{total}, {eta_formatted} left",
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    stream: process.stderr,
  });
  bar.start(people.length, 0);
  const portraits: StoredPortrait[] = [];
  for (const photos of people) {
    portraits.push(await buildPortrait(photos, cacheDir));
    bar.increment();
  }
  bar.stop();
  return portraits;
}

async function buildPortrait(
  photos: readonly UsablePhoto[],
  cacheDir: string,
): Promise<StoredPortrait> {
  const chosen = choosePortraitPhotos(photos);
  const key = keyOf(chosen);
  const imagePath = join(cacheDir, "portraits", `${key}.webp`);
  const shapePath = join(cacheDir, "portraits", `${key}.json`);
  if (!existsSync(shapePath)) {
    const { image, shape } = await compose(chosen);
    await writeWhole(imagePath, await encode(image));
    // Last: it says that the image is there too.
    await writeWhole(shapePath, JSON.stringify(shape));
  }
  const shape = JSON.parse(await readFile(shapePath, "utf8")) as Landmarks;
  return { webp: await readFile(imagePath), shape };
}

function keyOf(photos: readonly UsablePhoto[]): string {
  const hash = createHash("sha256").update(`look ${LOOK}`);
  for (const { photo, face } of photos)
    hash.update(photo.sha256).update(JSON.stringify([face.landmarks, face.quality]));
  return hash.digest("hex");
}

function compose(photos: readonly UsablePhoto[]): Promise<Portrait> {
  return composePortrait(
    photos.map(({ photo, face }) => ({
      landmarks: face.landmarks,
      weight: photoWeight(face.quality),
      load: async () => {
        const decoded = await decodePhotoFile(photo.path);
        if (!decoded.ok) throw new Error(`${photo.name}: ${decoded.error.message}`);
        return decoded.value;
      },
    })),
  );
}

async function encode({ width, height, data }: RgbaImage): Promise<Buffer> {
  const raw = { width, height, channels: 4 } as const;
  return sharp(data, { raw }).removeAlpha().webp(WEBP).toBuffer();
}
