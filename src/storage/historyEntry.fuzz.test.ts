import fc from "fast-check";
import { expect, it } from "vitest";

import { LANDMARK_COUNT } from "../face/geometry.ts";
import { PEOPLE_FILTERS } from "../gallery/peopleFilter.ts";
import { ANYTHING, damaged, FUZZ } from "../shared/testing/fuzzing.ts";
import { decodeHistoryRows, type HistoryEntry } from "./historyEntry.ts";
import { historyEntry } from "./historyFixtures.ts";

const PICTURE = {
  blob: new Blob(["face"], { type: "image/webp" }),
  landmarks: Array.from({ length: LANDMARK_COUNT }, (_, i) => ({ x: i, y: 2 * i })),
};
const WHOLE = historyEntry(1);
const WITH_FACE = historyEntry(2, "Ada", { picture: PICTURE });

it("reads each row whole or counts it, and loses none of its neighbours", () => {
  const row = fc.oneof(ANYTHING, damaged(WHOLE), damaged(WITH_FACE));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const { entries, damagedCount } = decodeHistoryRows([...rows, WHOLE]);
      expect(entries.length + damagedCount).toBe(rows.length + 1);
      expect(entries).toContainEqual(WHOLE);
      for (const entry of entries) expectWhole(entry);
    }),
    FUZZ,
  );
});

/** What the history page relies on without looking. */
function expectWhole({ savedAt, filter, matches, comparedCount, picture }: HistoryEntry): void {
  expect(new Date(savedAt).toISOString()).toMatch(/Z$/);
  expect(PEOPLE_FILTERS).toContain(filter);
  expect(comparedCount).toBeGreaterThan(0);
  expect(matches.length).toBeGreaterThan(0);
  for (const { name, personId, similarity, probability } of matches) {
    expect(name && personId).not.toBe("");
    for (const fraction of [similarity, probability]) {
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
    }
  }
  if (picture === undefined) return;
  expect(picture.blob).toBeInstanceOf(Blob);
  expect(picture.landmarks).toHaveLength(LANDMARK_COUNT);
}
