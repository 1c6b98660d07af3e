/** What the tests of whole builds are made of: photos that show nobody. */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { PROJECT_ROOT } from "../projectRoot.ts";

/** The composite portraits, which play the photos. */
export const PORTRAITS = join(PROJECT_ROOT, "public", "gallery", "portraits");

export interface Cast {
  readonly people: number;
  readonly photosEach: number;
  readonly strangers: number;
}

/** Lays out `photos` with its list and sources, and `strangers`, two photos each. */
export async function layOutPhotos(dir: string, cast: Cast): Promise<void> {
  const faces = await portraitFiles();
  const next = faces.values();
  const rows = ["folder,name,presents_as,field,region,source"];
  for (let person = 0; person < cast.people; person++) {
    rows.push(`person-${person},Person ${person},woman,screen,,made`);
    await fill(join(dir, "photos", `person-${person}`), next, cast.photosEach);
  }
  for (let stranger = 0; stranger < cast.strangers; stranger++)
    await fill(join(dir, "strangers", `stranger-${stranger}`), next, 2);
  await writeFile(join(dir, "photos", "people.csv"), rows.join("\n"));
  const source = { id: "made", name: "Composites", url: "", licence: "CC0", note: "" };
  await writeFile(join(dir, "photos", "sources.json"), JSON.stringify([source]));
}

/** Sorted, absolute. */
export async function portraitFiles(): Promise<readonly string[]> {
  return (await readdir(PORTRAITS)).toSorted().map((name) => join(PORTRAITS, name));
}

/** SHA-256 of every file below a folder, by its path there. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const pairs = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const sha256 = createHash("sha256").update(await readFile(path));
    return [relative(folder, path), sha256.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

async function fill(folder: string, faces: Iterator<string>, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const face = faces.next();
    if (face.done !== true) await copyFile(face.value, join(folder, `${i}.webp`));
  }
}
