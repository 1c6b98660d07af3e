import type { NamedPerson, Person } from "../../gallery/gallery.ts";

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  ß: "ss",
};

/**
 * People who are named by `query`, in their order. Nobody for a query without
 * a letter.
 */
export function findByName(
  people: readonly Person[],
  query: string,
  largestCount: number,
): readonly Person[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return people.filter((person) => isNamed(person, wanted)).slice(0, largestCount);
}

/**
 * Whether each of the words begins a word of the name, all in the same
 * alphabet, whatever the case, accents and hyphens: "penelope" names Penélope
 * Cruz, "федоров" Фёдоров. True for no words.
 *
 * @param words of `wordsOf`
 */
export function isNamed({ name, names }: NamedPerson, words: readonly string[]): boolean {
  return [name, names.ru ?? ""]
    .map(wordsOf)
    .some((own) => words.every((start) => own.some((word) => word.startsWith(start))));
}

/** The words of a name or a query, plain: without case, accents and what is no letter or digit. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđıæß]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
