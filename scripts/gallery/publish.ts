/** Stage 8: the files into their folder, each whole, the old portraits out. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { writeWhole } from "./atomicFile.ts";
import { portraitPath, type GalleryFiles } from "./galleryFiles.ts";

export interface Publication {
  readonly files: GalleryFiles;
  /** WebP content, in the order of the gallery's people. */
  readonly portraits: readonly Uint8Array[];
  /** Goes into metrics.json. */
  readonly metrics: object;
}

/**
 * Writes portraits first and gallery.json last, so that the gallery never names
 * a portrait that is not there; then deletes the portraits of people who left.
 */
export async function publish(outDir: string, publication: Publication): Promise<void> {
  const { files, portraits, metrics } = publication;
  await mkdir(join(outDir, "portraits"), { recursive: true });
  const { people } = files.gallery;
  for (const [i, { id }] of people.entries())
    await writeWhole(join(outDir, portraitPath(id)), portraits[i]!);
  await writeWhole(join(outDir, "metrics.json"), `${JSON.stringify(metrics, null, 2)}\n`);
  await writeWhole(join(outDir, "classifier.json"), files.classifierJson);
  await writeWhole(join(outDir, "gallery.json"), files.galleryJson);

  const wanted = new Set(people.map(({ id }) => portraitPath(id)));
  for (const name of await readdir(join(outDir, "portraits")))
    if (!wanted.has(`portraits/${name}`)) await rm(join(outDir, "portraits", name));
}
