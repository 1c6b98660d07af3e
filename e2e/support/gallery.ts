import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface GalleryFile {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** The composite that plays the visitor. */
export const VISITOR = "keira-knightley";

/** Others, for groups and for the next photo. */
export const OTHER_VISITORS = ["brad-pitt", "natalie-portman", "keanu-reeves"] as const;

/** The name that the page shows in English for a person's id. */
export function nameOf(id: string): string {
  const file = fileURLToPath(new URL("../../public/gallery/gallery.json", import.meta.url));
  const { people } = JSON.parse(readFileSync(file, "utf8")) as GalleryFile;
  const person = people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new Error(`The gallery has no ${id}`);
  return person.name;
}
