import { describe, expect, it } from "vitest";

import type { Camera } from "../../camera/openCamera.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import { ok } from "../../shared/result.ts";
import { analysisOf, faceLike, galleryOf, readingOf } from "../fixtures.ts";
import { INITIAL_STATE, reduceMatch, type MatchEvent, type MatchState } from "./matchState.ts";

const loaded = galleryOf(["Ada Lovelace", "Alan Turing"]);
const preview = {} as ImageBitmap;
const camera = {} as Camera;
const [ada, alan] = [readingOf(faceLike(0)), readingOf(faceLike(1))];
const photo = { preview, analysis: analysisOf(ada.face, alan.face) };
const STAR = { kind: "star" };

const GIVEN: MatchEvent = { type: "photosGiven", attempt: 1, count: 1 };
const SEVERAL: MatchEvent = {
  type: "finished",
  attempt: 1,
  outcome: ok({ kind: "severalFaces", photo, loaded }),
};

it("goes from a photo to its match", () => {
  const opened = after(GIVEN, { type: "photoOpened", attempt: 1, done: 0, preview });
  expect(opened).toMatchObject({ phase: "analysing", step: { kind: "preparing" } });
  const detecting = reduceMatch(opened, {
    type: "stepped",
    attempt: 1,
    step: { kind: "detecting" },
  });
  expect(detecting).toMatchObject({ step: { kind: "detecting" }, preview });
  const result = { reading: ada, loaded };
  expect(reduceMatch(detecting, read())).toEqual({ phase: "matched", result });
});

it("lets the person pick among several faces", () => {
  const choice = after(GIVEN, SEVERAL);
  expect(choice).toEqual({ phase: "faceChoice", task: STAR, photo, loaded });
  expect(reduceMatch(choice, { type: "facePicked", index: 1 })).toMatchObject({
    phase: "matched",
    result: { reading: { face: alan.face, used: 1, given: 1 } },
  });
  expect(reduceMatch(choice, { type: "facePicked", index: 2 })).toBe(choice);
});

it.each<QualityVerdict>(["tooSmall", "profile", "blurred"])(
  "asks before it uses one: %s",
  (verdict) => {
    const asked = after(GIVEN, read(verdict));
    expect(asked).toMatchObject({ phase: "gate", reading: { face: { quality: { verdict } } } });
    expect(reduceMatch(asked, { type: "poorPhotoAccepted" }).phase).toBe("matched");
  },
);

it.each<QualityVerdict>(["usable", "tooDark", "tooBright"])("answers at once: %s", (verdict) => {
  expect(after(GIVEN, read(verdict)).phase).toBe("matched");
});

describe("two people", () => {
  it("are compared one after the other", () => {
    const first = after({ type: "pairStarted" }, GIVEN, read());
    expect(first).toEqual({ phase: "pairing", first: ada, before: undefined });
    const both = [
      { ...GIVEN, attempt: 2 },
      { ...read(), attempt: 2 },
    ] as MatchEvent[];
    expect(both.reduce(reduceMatch, first)).toEqual({
      phase: "paired",
      first: ada,
      second: ada,
      loaded,
    });
  });

  it("begin with whoever has just been read", () => {
    const matched = after(GIVEN, read());
    const asked = reduceMatch(matched, { type: "pairStarted" });
    expect(asked).toMatchObject({ phase: "pairing", first: ada });
    expect(reduceMatch(asked, { type: "pairLeft" })).toEqual(matched);
  });

  it("may stand in one photo", () => {
    expect(after({ type: "pairStarted" }, GIVEN, SEVERAL)).toMatchObject({
      phase: "paired",
      first: { face: ada.face },
      second: { face: alan.face },
    });
  });

  it("are picked from a photo of several when the first is known", () => {
    const picked = after(
      { type: "pairStarted" },
      GIVEN,
      read(),
      { ...GIVEN, attempt: 2 },
      { ...SEVERAL, attempt: 2 },
      { type: "facePicked", index: 1 },
    );
    expect(picked).toMatchObject({ phase: "paired", first: ada, second: { face: alan.face } });
  });

  it("are compared when two photos of one person turn out to show them", () => {
    const problem = { kind: "differentPeople", readings: [ada, alan], loaded } as const;
    const failed = after(GIVEN, {
      type: "finished",
      attempt: 1,
      outcome: { ok: false, error: problem },
    });
    expect(failed).toEqual({ phase: "problem", task: STAR, problem });
    expect(reduceMatch(failed, { type: "differentPeopleCompared" })).toEqual({
      phase: "paired",
      first: ada,
      second: alan,
      loaded,
    });
  });

  it("keep the first when the second's photo is given up", () => {
    const reading = after({ type: "pairStarted" }, GIVEN, read(), {
      ...GIVEN,
      attempt: 2,
    });
    expect(reduceMatch(reading, { type: "pairStarted" })).toMatchObject({ first: ada });
  });

  it("stay two through a camera that is refused", () => {
    const refused = after(
      { type: "pairStarted" },
      { type: "cameraAsked", attempt: 1 },
      { type: "cameraFailed", attempt: 1, problem: { kind: "cameraDenied" } },
    );
    expect(refused).toMatchObject({ phase: "problem", task: { kind: "pair" } });
  });
});

it("shows the camera once it is allowed", () => {
  const state = after(
    { type: "cameraAsked", attempt: 1 },
    { type: "cameraOpened", attempt: 1, camera },
  );
  expect(state).toEqual({ phase: "camera", task: STAR, attempt: 1, camera });
});

it("begins anew with a photo given on an answer's screen", () => {
  const paired = after({ type: "pairStarted" }, GIVEN, SEVERAL);
  expect(reduceMatch(paired, GIVEN)).toMatchObject({ phase: "analysing", task: STAR });
});

it.each<[string, MatchEvent]>([
  ["an answer", read()],
  ["a step", { type: "stepped", attempt: 1, step: { kind: "detecting" } }],
  ["a preview", { type: "photoOpened", attempt: 1, done: 0, preview }],
  ["a camera", { type: "cameraOpened", attempt: 1, camera }],
])("drops %s of an older attempt", (_, late) => {
  const newer = after(GIVEN, { type: "photosGiven", attempt: 2, count: 1 });
  expect(reduceMatch(newer, late)).toBe(newer);
  const home = after(GIVEN, { type: "startedOver" });
  expect(reduceMatch(home, late)).toBe(home);
});

it.each<MatchEvent>([
  { type: "facePicked", index: 0 },
  { type: "poorPhotoAccepted" },
  { type: "differentPeopleCompared" },
  { type: "pairLeft" },
])("decides nothing where nothing was asked: $type", (decision) => {
  expect(reduceMatch(INITIAL_STATE, decision)).toBe(INITIAL_STATE);
});

function read(verdict: QualityVerdict = "usable"): MatchEvent {
  const reading = verdict === "usable" ? ada : readingOf(faceLike(0, verdict));
  return { type: "finished", attempt: 1, outcome: ok({ kind: "onePerson", reading, loaded }) };
}

function after(...events: MatchEvent[]): MatchState {
  return events.reduce(reduceMatch, INITIAL_STATE);
}
