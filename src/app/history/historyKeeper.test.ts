import { expect, it, vi } from "vitest";

import { decodeHistoryRows } from "../../storage/historyEntry.ts";
import { createStore } from "../createStore.ts";
import { faceLike, galleryOf, readingOf } from "../fixtures.ts";
import { createHistoryStore } from "./history.ts";
import { keepHistory } from "./historyKeeper.ts";
import { historyInMemory } from "./historyTesting.ts";
import type { MatchResult } from "../answer/matchResult.ts";
import { INITIAL_STATE, type MatchState } from "../session/matchState.ts";
import { DEFAULT_SETTINGS, type Settings } from "../settings.ts";

const NAMES = ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Tu Youyou", "Mae Jemison", "Rosa"];

it("keeps nothing until it is switched on", async () => {
  const { answer, rows } = start({ keepHistory: false });
  await answer(resultLike(1));
  expect(rows.size).toBe(0);
});

it("keeps who, how alike and when, and neither the photo nor the descriptor", async () => {
  const { answer, only } = start({ keepHistory: true });
  await answer(resultLike(1));
  const entry = only();
  expect(entry).toMatchObject({
    savedAt: 1000,
    galleryId: "test",
    filter: "everyone",
    comparedCount: 6,
    resemblesSomebody: true,
  });
  expect(entry.matches).toHaveLength(5);
  expect(Object.keys(entry.matches[0]).sort()).toEqual([
    "name",
    "names",
    "personId",
    "probability",
    "similarity",
  ]);
  expect(entry.matches[0].name).toBe("Alan Turing");
  expect(entry).not.toHaveProperty("picture");
  expect(JSON.stringify(entry)).not.toContain("descriptor");
});

it("keeps the answer among those who are compared", async () => {
  // People of even places are women.
  const { answer, only } = start({ keepHistory: true, filter: "women" });
  await answer(resultLike(1));
  expect(only()).toMatchObject({ filter: "women", comparedCount: 3 });
  expect(only().matches.map(({ name }) => name)).not.toContain("Alan Turing");
});

it("keeps a result once, though it comes to the screen again", async () => {
  const { answer, leave, rows } = start({ keepHistory: true });
  const result = resultLike(1);
  await answer(result);
  await leave();
  await answer(result);
  expect(rows.size).toBe(1);
  await answer(resultLike(2));
  expect(rows.size).toBe(2);
});

it("keeps the face only where that is wanted too, with its landmarks in its own frame", async () => {
  const { answer, only } = start({ keepHistory: true, keepPhotos: true });
  await answer(resultLike(1));
  const { picture } = only();
  expect(picture!.blob.type).toBe("image/webp");
  expect(picture!.landmarks).toHaveLength(68);
  // The eyes stand level, 66 px apart around (112, 122), as in every portrait.
  const [left, right] = [picture!.landmarks[36]!, picture!.landmarks[45]!];
  expect(left.x).toBeCloseTo(112 - 33, 4);
  expect(right.x).toBeCloseTo(112 + 33, 4);
  expect(left.y).toBeCloseTo(122, 4);
});

it("asks for lasting storage when it is switched on, not when it was on already", () => {
  const { change, askToPersist } = start({ keepHistory: true });
  change({ theme: "dark" });
  expect(askToPersist).not.toHaveBeenCalled();
  change({ keepHistory: false });
  change({ keepHistory: true });
  expect(askToPersist).toHaveBeenCalledOnce();
});

it("reports a face that could not be encoded; the answer stays", async () => {
  const cause = new Error("no canvas");
  const { answer, state, report } = start(
    { keepHistory: true, keepPhotos: true },
    { encodePicture: () => Promise.reject(cause) },
  );
  await answer(resultLike(1));
  expect(report).toHaveBeenCalledWith(cause);
  expect(state().phase).toBe("matched");
});

function start(settings: Partial<Settings>, more: { encodePicture?: () => Promise<Blob> } = {}) {
  const matching = createStore<MatchState, MatchState>((_, next) => next, INITIAL_STATE);
  const chosen = createStore<Settings, Settings>((_, next) => next, {
    ...DEFAULT_SETTINGS,
    ...settings,
  });
  const { history, rows } = historyInMemory();
  const report = vi.fn();
  const askToPersist = vi.fn(() => Promise.resolve(true));
  const encodePicture = () => Promise.resolve(new Blob(["face"], { type: "image/webp" }));
  const deps = {
    matching,
    settings: chosen,
    encodePicture,
    askToPersist,
    now: () => 1000,
    ...more,
  };
  keepHistory({ ...deps, history: createHistoryStore(history, report) }, report);
  const show = async (state: MatchState) => {
    matching.send(state);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    answer: (result: MatchResult) => show({ phase: "matched", result }),
    leave: () => show(INITIAL_STATE),
    change: (patch: Partial<Settings>) => {
      chosen.send({ ...chosen.getSnapshot(), ...patch });
    },
    state: matching.getSnapshot,
    rows,
    only: () => {
      const [entry, ...others] = decodeHistoryRows([...rows.values()]).entries;
      expect(others).toEqual([]);
      return entry!;
    },
    report,
    askToPersist,
  };
}

/** Eyes 20 px apart, tilted, in a portrait of the gallery's own size. */
function resultLike(axis: number): MatchResult {
  const face = faceLike(axis);
  const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: 50 + i, y: 50 }));
  for (let i = 36; i < 42; i++) landmarks[i] = { x: 40, y: 60 };
  for (let i = 42; i < 48; i++) landmarks[i] = { x: 56, y: 72 };
  const portrait = { width: 224, height: 280, data: new Uint8ClampedArray(4) };
  return { reading: readingOf({ ...face, landmarks, portrait }), loaded: galleryOf(NAMES) };
}
