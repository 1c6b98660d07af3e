import type { HistoryEntry } from "../storage/historyEntry.ts";

/**
 * The entries whose first name has every word of `text`, in either alphabet,
 * whatever the case and the accents: "penelope" finds Penélope Cruz, "е" finds "ё".
 */
export function searchHistory(
  entries: readonly HistoryEntry[],
  text: string,
): readonly HistoryEntry[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return entries.filter(({ matches: [best] }) => {
    const name = plain(`${best.name} ${best.names.ru ?? ""}`);
    return words.every((word) => name.includes(word));
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
