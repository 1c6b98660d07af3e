import type { Person } from "../gallery/gallery.ts";

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
 * People whose name begins, word by word, with the words of `query`, in either
 * alphabet, whatever the case, accents and hyphens; in the order of `people`.
 * Nobody for a query without a letter.
 */
export function findByName(
  people: readonly Person[],
  query: string,
  largestCount: number,
): readonly Person[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return people
    .filter(({ name, names }) =>
      [name, names.ru ?? ""].map(wordsOf).some((words) => beginsWith(words, wanted)),
    )
    .slice(0, largestCount);
}

function beginsWith(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđıæß]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
