import type { HistoryEntry } from "../../storage/historyEntry.ts";
import { isNamed, wordsOf } from "../answer/findByName.ts";

/** The entries whose first name is named by `text`; all of them for a text without a letter. */
export function searchHistory(
  entries: readonly HistoryEntry[],
  text: string,
): readonly HistoryEntry[] {
  const words = wordsOf(text);
  return entries.filter(({ matches: [best] }) => isNamed(best, words));
}
