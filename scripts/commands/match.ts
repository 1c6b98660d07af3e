/** `npm run -s match -- FILE...`: one JSON line per file, whom each face in it resembles. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { DescribedFace } from "../../src/engine/worker/analysePhoto.ts";
import { decodeGallery } from "../../src/gallery/decodeGallery.ts";
import type { Gallery } from "../../src/gallery/gallery.ts";
import { rank } from "../../src/matching/rank.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { analyseFiles, faceJson } from "./analyseFiles.ts";

const gallery = await openGallery(join(PROJECT_ROOT, "public", "gallery"));
const prototypes = gallery.people.map((person) => person.prototype);

await analyseFiles(
  "match",
  "Prints one JSON line per photo: whom each face in it resembles, best first.",
  (face) => ({ ...faceJson(face), ...matchJson(face) }),
);

function matchJson({ descriptor }: DescribedFace) {
  const { matches, uncertainty } = rank({ ...gallery, prototypes }, descriptor);
  return {
    matches: matches.map(({ index, probability, similarity }) => {
      const { id, name } = gallery.people[index]!;
      return { id, name, probability, similarity };
    }),
    uncertainty,
  };
}

async function openGallery(folder: string): Promise<Gallery> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), "utf8"));
  const decoded = decodeGallery(await read("gallery.json"), await read("classifier.json"));
  if (!decoded.ok) throw new Error(`The gallery: ${JSON.stringify(decoded.error)}`);
  return decoded.value;
}
