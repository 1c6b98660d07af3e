/** The last stage: the files into their folder, each whole, the old portraits out. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { writeWhole } from "./atomicFile.ts";
import { portraitPath, type GalleryFiles } from "./galleryFiles.ts";
import { galleryDiff } from "./publish/diff.ts";
import { editionOf, readEdition, type Contents } from "./publish/edition.ts";

export interface Publication {
  readonly files: GalleryFiles;
  /** WebP content, in the order of the gallery's people. */
  readonly portraits: readonly Uint8Array[];
  /** Goes into metrics.json. */
  readonly metrics: object;
}

export interface PublishOptions {
  /** Compares with the gallery that is there and writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Writes portraits first and gallery.json last, so that the gallery never names
 * a portrait that is not there; then deletes the portraits of people who left.
 *
 * @returns what is new against the gallery that lay there before, in words
 */
export async function publish(
  outDir: string,
  publication: Publication,
  { dryRun = false }: PublishOptions = {},
): Promise<string> {
  const contents = contentsOf(publication);
  const diff = galleryDiff(await readEdition(outDir), editionOf(contents));
  if (dryRun) return diff;

  await mkdir(join(outDir, "portraits"), { recursive: true });
  for (const [path, content] of contents) await writeWhole(join(outDir, path), content);
  for (const name of await readdir(join(outDir, "portraits")))
    if (!contents.has(`portraits/${name}`)) await rm(join(outDir, "portraits", name));
  return diff;
}

/** In the order of writing. */
function contentsOf({ files, portraits, metrics }: Publication): Contents {
  return new Map<string, string | Uint8Array>([
    ...files.gallery.people.map(({ id }, i) => [portraitPath(id), portraits[i]!] as const),
    ["metrics.json", `${JSON.stringify(metrics, null, 2)}\n`],
    ["classifier.json", files.classifierJson],
    ["gallery.json", files.galleryJson],
  ]);
}
