import { expect, it } from "vitest";

import type { Camera } from "../camera/openCamera.ts";
import { ok } from "../shared/result.ts";
import { analysisOf, faceLike, galleryOf } from "./fixtures.ts";
import { INITIAL_STATE, reduceMatch, type MatchEvent, type MatchState } from "./matchState.ts";
import { rankFace } from "./rankFace.ts";

const loaded = galleryOf(["Ada Lovelace", "Alan Turing"]);
const preview = {} as ImageBitmap;
const camera = {} as Camera;
const result = rankFace(loaded, faceLike(0));
const photo = { preview, loaded, analysis: analysisOf(faceLike(0), faceLike(1)) };

const GIVEN: MatchEvent = { type: "photoGiven", attempt: 1 };
const ONE_FACE: MatchEvent = {
  type: "finished",
  attempt: 1,
  outcome: ok({ kind: "oneFace", result }),
};
const SEVERAL: MatchEvent = {
  type: "finished",
  attempt: 1,
  outcome: ok({ kind: "severalFaces", photo }),
};

it("goes from a photo to its match", () => {
  const opened = after(GIVEN, { type: "photoOpened", attempt: 1, preview });
  expect(opened).toMatchObject({ phase: "analysing", step: { kind: "preparing" } });
  const detecting = reduceMatch(opened, {
    type: "stepped",
    attempt: 1,
    step: { kind: "detecting" },
  });
  expect(detecting).toMatchObject({ step: { kind: "detecting" }, preview });
  expect(reduceMatch(detecting, ONE_FACE)).toEqual({ phase: "matched", result });
});

it("lets the person pick among several faces", () => {
  const choice = after(GIVEN, SEVERAL);
  expect(choice).toEqual({ phase: "faceChoice", photo });
  expect(reduceMatch(choice, { type: "facePicked", outcome: ok(result) })).toEqual({
    phase: "matched",
    result,
  });
});

it("goes from a camera that is refused to the problem", () => {
  const asked = after({ type: "cameraAsked", attempt: 1 });
  const problem = { kind: "cameraDenied" } as const;
  expect(reduceMatch(asked, { type: "cameraFailed", attempt: 1, problem })).toEqual({
    phase: "problem",
    problem,
  });
});

it("shows the camera once it is allowed", () => {
  const state = after(
    { type: "cameraAsked", attempt: 1 },
    { type: "cameraOpened", attempt: 1, camera },
  );
  expect(state).toEqual({ phase: "camera", attempt: 1, camera });
});

it.each<[string, MatchEvent]>([
  ["an answer", ONE_FACE],
  ["a step", { type: "stepped", attempt: 1, step: { kind: "detecting" } }],
  ["a preview", { type: "photoOpened", attempt: 1, preview }],
  ["a camera", { type: "cameraOpened", attempt: 1, camera }],
])("drops %s of an older attempt", (_, late) => {
  const newer = after(GIVEN, { type: "photoGiven", attempt: 2 });
  expect(reduceMatch(newer, late)).toBe(newer);
  const home = after(GIVEN, { type: "startedOver" });
  expect(reduceMatch(home, late)).toBe(home);
});

it("picks nothing where there is no choice", () => {
  const pick: MatchEvent = { type: "facePicked", outcome: ok(result) };
  expect(reduceMatch(INITIAL_STATE, pick)).toBe(INITIAL_STATE);
});

function after(...events: MatchEvent[]): MatchState {
  return events.reduce(reduceMatch, INITIAL_STATE);
}
