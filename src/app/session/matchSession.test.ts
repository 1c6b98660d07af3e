import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Camera } from "../../camera/openCamera.ts";
import type { EngineInfo, FaceEngine } from "../../engine/faceEngine.ts";
import type { Analysis } from "../../face/analysedFace.ts";
import { fail, ok } from "../../shared/result.ts";
import { createStore } from "../createStore.ts";
import { analysisOf, faceLike, galleryOf } from "../fixtures.ts";
import { createMatchSession, MAX_PHOTOS, type SessionDeps } from "./matchSession.ts";
import { INITIAL_STATE, reduceMatch } from "./matchState.ts";

const info: EngineInfo = { backend: "wasm", reason: "requested" };
const bitmap = { width: 10, height: 10, close: () => undefined } as ImageBitmap;
const smaller = { width: 5, height: 5 } as ImageBitmap;
const file = new Blob();
const alan = faceLike(1);

beforeEach(() => {
  vi.stubGlobal("createImageBitmap", () => Promise.resolve(bitmap));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows the match of a photo with one face", async () => {
  const { session, state } = start({ engine: engineFinding(analysisOf(alan)) });
  await session.usePhotos([file]);
  expect(state()).toMatchObject({
    phase: "matched",
    result: { reading: { face: alan, used: 1, given: 1 } },
  });
});

it("says when there is no face", async () => {
  const { session, state } = start({ engine: engineFinding(analysisOf()) });
  await session.usePhotos([file]);
  expect(state()).toEqual({
    phase: "problem",
    task: { kind: "star" },
    problem: { kind: "noFace" },
  });
});

it("never picks among several faces by itself", async () => {
  const { session, state } = start({ engine: engineFinding(analysisOf(faceLike(0), alan)) });
  await session.usePhotos([file]);
  expect(state().phase).toBe("faceChoice");
  session.pickFace(1);
  expect(state()).toMatchObject({ phase: "matched", result: { reading: { face: alan } } });
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
  await session.usePhotos([file]);
  expect(events).toEqual(["held", "read", "let go on"]);
});

it("reports what nobody foresaw and leaves the spinner", async () => {
  const cause = new RangeError("out of memory");
  const { session, state, report } = start({ decodePhoto: () => Promise.reject(cause) });
  await session.usePhotos([file]);
  expect(report).toHaveBeenCalledWith(cause);
  expect(state()).toEqual({
    phase: "problem",
    task: { kind: "star" },
    problem: { kind: "unexpected" },
  });
});

it("reads several photos of one person together, without the one that does not open", async () => {
  const decodePhoto = vi
    .fn()
    .mockResolvedValueOnce(ok(bitmap))
    .mockResolvedValueOnce(fail({ kind: "notAnImage" }))
    .mockResolvedValueOnce(ok(bitmap));
  const { session, state } = start({ decodePhoto });
  await session.usePhotos([file, file, file]);
  expect(state()).toMatchObject({ phase: "matched", result: { reading: { used: 2, given: 3 } } });
});

it("says what is wrong with the first when no photo opens", async () => {
  const decodePhoto = vi
    .fn()
    .mockResolvedValueOnce(fail({ kind: "damagedImage", format: "jpeg" }))
    .mockResolvedValueOnce(fail({ kind: "notAnImage" }));
  const { session, state } = start({ decodePhoto });
  await session.usePhotos([file, file]);
  expect(state()).toMatchObject({ phase: "problem", problem: { kind: "damagedImage" } });
});

it("opens no more photos than it says, and does nothing for none", async () => {
  const decodePhoto = vi.fn(() => Promise.resolve(ok(bitmap)));
  const { session, state } = start({ decodePhoto });
  await session.usePhotos([]);
  expect(state()).toEqual({ phase: "idle" });
  await session.usePhotos(Array.from({ length: MAX_PHOTOS + 3 }, () => file));
  expect(decodePhoto).toHaveBeenCalledTimes(MAX_PHOTOS);
});

it("gets engine and gallery ready while the photo is opened", async () => {
  const engineReady = vi.fn(started);
  const galleryStarted = vi.fn(galleryReady);
  const preparer = { engineReady, restartEngine: started, galleryReady: galleryStarted };
  let open: (photo: ImageBitmap) => void = () => undefined;
  const opening = new Promise<ImageBitmap>((resolve) => (open = resolve));
  const { session, state } = start({ preparer, decodePhoto: async () => ok(await opening) });
  const reading = session.usePhotos([file]);
  expect(engineReady).toHaveBeenCalled();
  expect(galleryStarted).toHaveBeenCalled();
  open(bitmap);
  await reading;
  expect(state().phase).toBe("matched");
});

it("reports a burst that fails, turns the camera off and says so", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state, report } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  await session.openCamera({ facing: "front" });
  await session.shoot(() => Promise.reject(new DOMException("gone", "InvalidStateError")));
  expect(report).toHaveBeenCalledOnce();
  expect(stop).toHaveBeenCalledOnce();
  expect(state()).toMatchObject({ phase: "problem", problem: { kind: "unexpected" } });
});

it("drops the late answer of an older photo and aborts its work", async () => {
  const answers: ((faces: Analysis) => void)[] = [];
  const signals: AbortSignal[] = [];
  const engine = engineOf((signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  });
  const { session, state } = start({ engine });

  const older = session.usePhotos([file]);
  await vi.waitFor(() => {
    expect(answers).toHaveLength(1);
  });
  const newer = session.usePhotos([file]);
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
  const running = session.usePhotos([file]);
  await Promise.resolve();
  session.startOver();
  await running;
  expect(state()).toEqual({ phase: "idle" });
  expect(report).not.toHaveBeenCalled();
});

it("reads a photo once more, smaller and with a fresh engine, after the engine broke down", async () => {
  const analyse = vi
    .fn<FaceEngine["analyse"]>()
    .mockResolvedValueOnce(fail({ kind: "engineFailed", cause: "context lost" }))
    .mockResolvedValueOnce(ok(analysisOf(alan)));
  const restartEngine = vi.fn(started);
  const preparer = { engineReady: started, restartEngine, galleryReady };
  const { session, state } = start({ engine: { start: started, analyse }, preparer });
  await session.usePhotos([file]);
  expect(state().phase).toBe("matched");
  expect(restartEngine).toHaveBeenCalledOnce();
  expect(analyse.mock.calls.map(([photo]) => photo)).toEqual([bitmap, smaller]);
});

it("says that the engine failed when it breaks down twice", async () => {
  const analyse = vi.fn(() => Promise.resolve(fail({ kind: "engineFailed", cause: "no memory" })));
  const { session, state } = start({ engine: { start: started, analyse } });
  await session.usePhotos([file]);
  expect(state()).toMatchObject({ phase: "problem", problem: { kind: "engineFailed" } });
  expect(analyse).toHaveBeenCalledTimes(2);
});

it("tries the same photo again", async () => {
  const engineReady = vi
    .fn()
    .mockResolvedValueOnce(fail({ kind: "modelsUnavailable", file: "a.bin", cause: "offline" }))
    .mockResolvedValueOnce(ok(info));
  const decodePhoto = vi.fn(() => Promise.resolve(ok(bitmap)));
  const preparer = { engineReady, restartEngine: engineReady, galleryReady };
  const { session, state } = start({ decodePhoto, preparer });

  await session.usePhotos([file]);
  expect(state()).toMatchObject({ problem: { kind: "modelsUnavailable" } });
  await session.retry();
  expect(state().phase).toBe("matched");
  expect(decodePhoto.mock.calls).toEqual([[file], [file]]);
});

it("turns the camera off only after the frame is taken", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  await session.openCamera({ facing: "front" });
  await session.shoot(() => {
    expect(stop).not.toHaveBeenCalled();
    return Promise.resolve([bitmap, bitmap]);
  });
  expect(stop).toHaveBeenCalledOnce();
  expect(state().phase).toBe("matched");
});

it("turns off a camera that opens after the person left", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  const opening = session.openCamera({ facing: "front" });
  session.startOver();
  await opening;
  expect(stop).toHaveBeenCalledOnce();
  expect(state()).toEqual({ phase: "idle" });
});

it("turns the camera off when the page is hidden", async () => {
  const { camera, stop } = cameraSpy();
  const { session, state } = start({ openCamera: () => Promise.resolve(ok(camera)) });
  await session.openCamera({ facing: "front" });
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
  await session.openCamera({ facing: "back" });
  lose();
  expect(state()).toEqual({
    phase: "problem",
    task: { kind: "star" },
    problem: { kind: "cameraBusy" },
  });
  await session.retry();
  expect(state()).toMatchObject({ phase: "camera" });
});

function started() {
  return Promise.resolve(ok(info));
}

function galleryReady() {
  return Promise.resolve(ok(galleryOf(["Ada Lovelace", "Alan Turing"])));
}

function start(changes: Partial<SessionDeps>) {
  const store = createStore(reduceMatch, INITIAL_STATE);
  const report = vi.fn();
  const deps: SessionDeps = {
    engine: engineFinding(analysisOf(faceLike(0))),
    preparer: { engineReady: started, restartEngine: started, galleryReady },
    previewOf: () => Promise.resolve(bitmap),
    shrunken: () => Promise.resolve(smaller),
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
