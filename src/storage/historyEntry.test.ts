import { describe, expect, it } from "vitest";

import { decodeHistoryRows } from "./historyEntry.ts";
import { historyEntry } from "./historyFixtures.ts";

const LANDMARKS = Array.from({ length: 68 }, (_, i) => ({ x: i, y: 2 * i }));

describe("decodeHistoryRows", () => {
  it("gives back what was kept, newest first", () => {
    const rows = [historyEntry(1), historyEntry(3), historyEntry(2)];
    const { entries, damagedCount } = decodeHistoryRows(rows);
    expect(entries.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(entries[2]).toEqual(historyEntry(1));
    expect(damagedCount).toBe(0);
  });

  it("orders results of one moment by their id", () => {
    const savedAt = 5;
    const rows = [historyEntry(1, "Ada", { savedAt }), historyEntry(2, "Ada", { savedAt })];
    expect(decodeHistoryRows(rows).entries.map(({ id }) => id)).toEqual([2, 1]);
  });

  it("keeps what was kept before the clock was set back", () => {
    const before = historyEntry(1, "Ada", { savedAt: Date.UTC(2026, 5, 1) });
    const after = historyEntry(2, "Alan", { savedAt: Date.UTC(1970, 0, 1) });
    const { entries, damagedCount } = decodeHistoryRows([before, after]);
    expect(entries).toEqual([before, after]);
    expect(damagedCount).toBe(0);
  });

  it("keeps the face that goes with a result", () => {
    const picture = { blob: new Blob(["face"], { type: "image/webp" }), landmarks: LANDMARKS };
    const [entry] = decodeHistoryRows([historyEntry(1, "Ada", { picture })]).entries;
    expect(entry!.picture).toEqual(picture);
  });

  it.each([
    ["no object", "a text"],
    ["nothing", undefined],
    ["no id", { ...historyEntry(1), id: undefined }],
    ["a date in words", { ...historyEntry(1), savedAt: "yesterday" }],
    ["a date after the last one there is", { ...historyEntry(1), savedAt: 2 ** 53 }],
    ["a group that nobody knows", { ...historyEntry(1), filter: "aliens" }],
    ["nobody named", { ...historyEntry(1), matches: [] }],
    ["a likeness above 1", withMatch({ similarity: 1.2 })],
    ["a share that is no number", withMatch({ probability: Number.NaN })],
    ["a face in words", { ...historyEntry(1), picture: { blob: "face", landmarks: LANDMARKS } }],
    ["too few landmarks", { ...historyEntry(1), picture: { blob: new Blob(), landmarks: [] } }],
  ])("leaves out and counts a row with %s", (_, damaged) => {
    const { entries, damagedCount } = decodeHistoryRows([damaged, historyEntry(2)]);
    expect(entries.map(({ id }) => id)).toEqual([2]);
    expect(damagedCount).toBe(1);
  });
});

function withMatch(change: object): object {
  const entry = historyEntry(1);
  return { ...entry, matches: [{ ...entry.matches[0], ...change }] };
}
