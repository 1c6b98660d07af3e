/** `npm run -s match -- FILE...`: one JSON line per file, whom each face in it resembles. */
import type { DescribedFace } from "../../src/engine/worker/analysePhoto.ts";
import { rank } from "../../src/matching/rank.ts";
import { readGallery } from "../gallery/readGallery.ts";
import { analyseFiles, faceJson } from "./analyseFiles.ts";

const { gallery } = await readGallery();
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
