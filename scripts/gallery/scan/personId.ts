/** What a person is called where no list says it. */
import { createHash } from "node:crypto";

/**
 * The folder's name as a slug, which is what the app takes for an id
 * (src/gallery/decodePeople.ts): "Zoë K." becomes "zoë-k". A name without any
 * letter that has a lower case becomes a hash.
 */
export function personId(folder: string): string {
  const slug = folder
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\d]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  if (slug !== "") return slug;
  return `person-${createHash("sha256").update(folder).digest("hex").slice(0, 8)}`;
}

/** The ids of folders, in their order; a second folder of one slug gets "-2", and so on. */
export function distinctIds(folders: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return folders.map((folder) => {
    const slug = personId(folder);
    let id = slug;
    for (let i = 2; taken.has(id); i++) id = `${slug}-${i}`;
    taken.add(id);
    return id;
  });
}

/**
 * The folder's name made readable: "jane_doe" and "jane-doe" become "Jane Doe".
 * Hyphens stay where words are parted otherwise ("Jean-Luc Godard"), and
 * letters stay as they are where any is a capital.
 */
export function personName(folder: string): string {
  const words = folder
    .normalize("NFC")
    .trim()
    .split(/[\s_]/.test(folder.trim()) ? /[\s_]+/ : /-+/)
    .filter((word) => word !== "");
  const isLower = folder === folder.toLowerCase();
  const name = words.map((word) => (isLower ? capitalised(word) : word)).join(" ");
  return name === "" ? folder : name;
}

function capitalised(word: string): string {
  return word.replace(/^./u, (letter) => letter.toUpperCase());
}
