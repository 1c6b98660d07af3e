import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Camera } from "../camera/openCamera.ts";
import type { EngineInfo, FaceEngine } from "../engine/faceEngine.ts";
import type { Analysis } from "../face/analysedFace.ts";
import { fail, ok } from "../shared/result.ts";
import { createStore } from "./createStore.ts";
import { analysisOf, faceLike, galleryOf } from "./fixtures.ts";
import { createMatchSession, type SessionDeps } from "./matchSession.ts";
import { INITIAL_STATE, reduceMatch } from "./matchState.ts";

const info: EngineInfo = { backend: "wasm", reason: "requested" };
const bitmap = { width: 10, height: 10, close: () => undefined } as ImageBitmap;
const file = new Blob();

beforeEach(() => {
  vi.stubGlobal("createImageBitmap", () => Promise.resolve(bitmap));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows the match of a photo with one face", async () => {
  const { session, state } = start({ engine: engineFinding(analysisOf(faceLike(1))) });
  await session.usePhoto(file);
  expect(state()).toMatchObject({
    phase: "matched",
    result: { matches: [{ person: { name: "Alan Turing" } }, {}], comparedCount: 2 },
  });
});

it("says when there is no face", async () => {
  const { session, state } = start({ engine: engineFinding(analysisOf()) });
  await session.usePhoto(file);
  expect(state()).toEqual({ phase: "problem", problem: { kind: "noFace" } });
});

it("never picks among several faces by itself", async () => {
  const engine = engineFinding(analysisOf(faceLike(0), faceLike(1)));
  const { session, state } = start({ engine });
  await session.usePhoto(file);
  expect(state().phase).toBe("faceChoice");
  session.pickFace(1);
  expect(state()).toMatchObject({ result: { matches: [{ person: { name: "Alan Turing" } }, {}] } });
});

it("holds downloads while a photo is read, and lets them go on even after a failure", async () => {
  const events: string[] = [];
  const { session } = start({
    holdDownloads: () => {
      events.push("held");
      return () => events.push("let go on");
    },
    decodePhoto: () => {
      events.push("read");
      return Promise.reject(new RangeError("out of memory"));
    },
  });
  await session.usePhoto(file);
  expect(events).toEqual(["held", "read", "let go on"]);
});

it("reports what nobody foresaw and leaves the spinner", async () => {
  const cause = new RangeError("out of memory");
  const { session, state, report } = start({ decodePhoto: () => Promise.reject(cause) });
  await session.usePhoto(file);
  expect(report).toHaveBeenCalledWith(cause);
  expect(state()).toEqual({ phase: "problem", problem: { kind: "unexpected" } });
});

it("reports a pick that no face answers to", async () => {
  const engine = engineFinding(analysisOf(faceLike(0), faceLike(1)));
  const { session, state, report } = start({ engine });
  await session.usePhoto(file);
  session.pickFace(2);
  expect(report).toHaveBeenCalledOnce();
  expect(state()).toEqual({ phase: "problem", problem: { kind: "unexpected" } });
});

it("drops the late answer of an older photo and aborts its work", async () => {
  const answers: ((faces: Analysis) => void)[] = [];
  const signals: AbortSignal[] = [];
  const engine = engineOf((signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  });
  const { session, state } = start({ engine });

  const older = session.usePhoto(file);
  await vi.waitFor(() => {
    expect(answers).toHaveLength(1);
  });
  const newer = session.usePhoto(file);
  await vi.waitFor(() => {
    expect(answers).toHaveLength(2);
  });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);

  answers[0]!(analysisOf());
  await older;
  expect(state().phase).toBe("analysing");
  answers[1]!(analysisOf(faceLike(0)));
  await newer;
  expect(state().phase).toBe("matched");
});

it("goes home on cancel, without a report", async () => {
  const engine = engineOf(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
      }),
  );
  const { session, state, report } = start({ engine });
  const running = session.usePhoto(file);
  await Promise.resolve();
  session.startOver();
  await running;
  expect(state()).toEqual({ phase: "idle" });
  expect(report).not.toHaveBeenCalled();
});

it("tries the same photo again", async () => {
  const engineReady = vi
    .fn()
    .mockResolvedValueOnce(fail({ kind: "modelsUnavailable", file: "a.bin", cause: "offline" }))
    .mockResolvedValueOnce(ok(info));
  const decodePhoto = vi.fn(() => Promise.resolve(ok(bitmap)));
  const preparer = { engineReady, galleryReady };
  const { session, state } = start({ decodePhoto, preparer });

  await session.usePhoto(file);
  expect(state()).toMatchObject({ problem: { kind: "modelsUnavailable" } });
  await session.retry();
  expect(state().phase).toBe("matched");
  expect(decodePhoto.mock.calls).toEqual([[file], [file]]);
});

it("turns the camera off only after the frame is taken", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  await session.openCamera("front");
  await session.shoot(() => {
    expect(stop).not.toHaveBeenCalled();
    return Promise.resolve(bitmap);
  });
  expect(stop).toHaveBeenCalledOnce();
  expect(state().phase).toBe("matched");
});

it("turns off a camera that opens after the person left", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  const opening = session.openCamera("front");
  session.startOver();
  await opening;
  expect(stop).toHaveBeenCalledOnce();
  expect(state()).toEqual({ phase: "idle" });
});

it("turns the camera off when the page is hidden", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  await session.openCamera("front");
  session.pageHidden();
  expect(stop).toHaveBeenCalledOnce();
  expect(state()).toEqual({ phase: "idle" });
});

it("says when the camera is lost, and opens it again on retry", async () => {
  let lose = (): void => {};
  const { session, state } = start({
    openCamera: (_, onLost) => {
      lose = onLost;
      return Promise.resolve(ok(cameraSpy().camera));
    },
  });
  await session.openCamera("back");
  lose();
  expect(state()).toEqual({ phase: "problem", problem: { kind: "cameraBusy" } });
  await session.retry();
  expect(state()).toMatchObject({ phase: "camera" });
});

function galleryReady() {
  return Promise.resolve(ok(galleryOf(["Ada Lovelace", "Alan Turing"])));
}

function start(changes: Partial<SessionDeps>) {
  const store = createStore(reduceMatch, INITIAL_STATE);
  const report = vi.fn();
  const deps: SessionDeps = {
    engine: engineFinding(analysisOf(faceLike(0))),
    preparer: { engineReady: () => Promise.resolve(ok(info)), galleryReady },
    previewOf: () => Promise.resolve(bitmap),
    decodePhoto: () => Promise.resolve(ok(bitmap)),
    openCamera: () => Promise.resolve(fail({ kind: "cameraMissing" })),
    holdDownloads: () => () => undefined,
    ...changes,
  };
  return { session: createMatchSession(store, deps, report), state: store.getSnapshot, report };
}

function engineFinding(analysis: Analysis): FaceEngine {
  return engineOf(() => Promise.resolve(analysis));
}

function engineOf(find: (signal: AbortSignal) => Promise<Analysis>): FaceEngine {
  return {
    start: () => Promise.resolve(ok(info)),
    analyse: async (_photo, _onStep, signal) => ok(await find(signal)),
  };
}

function cameraSpy() {
  const stop = vi.fn();
  const camera: Camera = { stream: {} as MediaStream, facing: "front", canSwitch: false, stop };
  return { camera, stop };
}
