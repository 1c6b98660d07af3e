/** Kept results for tests, here and in other folders. */
import type { HistoryEntry } from "./historyEntry.ts";

/** Entry i was kept i minutes into the year 2026, UTC. */
export function historyEntry(
  id: number,
  name = "Ada Lovelace",
  more: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    id,
    savedAt: Date.UTC(2026, 0, 1, 0, id),
    galleryId: "test",
    filter: "everyone",
    resemblesSomebody: true,
    comparedCount: 6,
    matches: [historyMatch(name, 0.9744, 0.34), historyMatch("Alan Turing", 0.91, 0.12)],
    ...more,
  };
}

function historyMatch(name: string, similarity: number, probability: number) {
  const personId = name.toLowerCase().replaceAll(" ", "-");
  return { personId, name, names: {}, similarity, probability };
}
