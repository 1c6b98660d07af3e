import { expose } from "comlink";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { fail, ok } from "../shared/result.ts";
import { createFaceWorkerClient } from "./faceWorkerClient.ts";
import type { FaceWorkerApi } from "./worker/faceWorkerApi.ts";

const info = { backend: "wasm", reason: "requested" } as const;
const analysis = { width: 1, height: 1, faces: [] };
const nothingSeen = { width: 1, height: 1, brightness: 0, faces: [] };
const ignore = () => undefined;
const brokeDown = vi.fn();

/** What the next workers answer, in the order they are spawned. */
let apis: FaceWorkerApi[] = [];
let spawned: FakeWorker[] = [];

/** A worker on this thread: Comlink at both ends of a real message channel. */
class FakeWorker extends EventTarget {
  readonly terminated = vi.fn();
  private readonly port: MessagePort;

  constructor() {
    super();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.addEventListener("message", ({ data }) => {
      this.dispatchEvent(new MessageEvent("message", { data: data as unknown }));
    });
    port1.start();
    expose(apis[spawned.length], port2);
    spawned.push(this);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.port.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated();
    this.port.close();
  }

  crash(): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  }
}

beforeEach(() => {
  spawned = [];
  apis = [];
  brokeDown.mockClear();
  vi.stubGlobal("Worker", FakeWorker);
});
afterEach(() => {
  for (const worker of spawned) worker.terminate();
  vi.unstubAllGlobals();
});

it("starts one worker for everybody who asks", async () => {
  apis = [working()];
  const engine = client();
  const [first, second] = await Promise.all([engine.start(ignore), engine.start(ignore)]);
  expect(first).toEqual(ok(info));
  expect(second).toEqual(ok(info));
  expect(spawned).toHaveLength(1);
});

it("tells the worker what was measured before, and remembers what it measures now", async () => {
  const start = vi.fn<FaceWorkerApi["start"]>(() =>
    Promise.resolve(ok({ backend: "wasm", reason: "preferred" } as const)),
  );
  apis = [{ ...working(), start }];
  const remember = vi.fn();
  const memory = { recall: () => "webgl" as const, remember };
  await createFaceWorkerClient({ modelsUrl: "https://site/models/" }, { memory }).start(ignore);
  expect(start.mock.lastCall![0].quicker).toBe("webgl");
  expect(remember.mock.calls).toEqual([["wasm"]]);
});

it("remembers that WebGL is emulated, too", async () => {
  const emulated = { backend: "wasm", reason: "softwareWebGl" } as const;
  apis = [{ ...working(), start: () => Promise.resolve(ok(emulated)) }];
  const remember = vi.fn();
  const memory = { recall: () => undefined, remember };
  await createFaceWorkerClient({ modelsUrl: "https://site/models/" }, { memory }).start(ignore);
  expect(remember.mock.calls).toEqual([["wasm"]]);
});

it("does not take for a measurement what was asked for, or what nothing else was left for", async () => {
  apis = [working()];
  const remember = vi.fn();
  const memory = { recall: () => undefined, remember };
  await createFaceWorkerClient({ modelsUrl: "https://site/models/" }, { memory }).start(ignore);
  expect(remember).not.toHaveBeenCalled();
});

it("tells everybody what the start failed of, and tries again in a fresh worker", async () => {
  const missing = { kind: "modelsUnavailable", file: "a.bin", cause: "500" } as const;
  apis = [{ ...working(), start: () => Promise.resolve(fail(missing)) }, working()];
  const engine = client();
  const [first, second, photos] = await Promise.all([
    engine.start(ignore),
    engine.start(ignore),
    analyse(engine),
  ]);
  expect([first, second, photos]).toEqual([fail(missing), fail(missing), fail(missing)]);
  expect(await engine.start(ignore)).toEqual(ok(info));
  // A task of its own, after everybody has heard.
  await vi.waitFor(() => {
    expect(spawned[0]!.terminated).toHaveBeenCalled();
  });
});

it("answers a crash in the middle of a photo, and takes the next one", async () => {
  apis = [{ ...working(), analyse: never }, working()];
  const engine = client();
  await engine.start(ignore);
  const answer = engine.analyse(photo(), ignore, new AbortController().signal);
  spawned[0]!.crash();
  expect(await answer).toMatchObject({ error: { kind: "engineFailed", cause: "out of memory" } });
  expect(await analyse(engine)).toEqual(ok(analysis));
});

it("takes the next photo after a crash while nobody was waiting", async () => {
  apis = [working(), working()];
  const engine = client();
  await engine.start(ignore);
  spawned[0]!.crash();
  await analyse(engine);
  expect(await analyse(engine)).toEqual(ok(analysis));
});

it("leaves a worker whose backend failed", async () => {
  const broken = () => Promise.resolve(fail({ kind: "engineFailed", cause: "context lost" }));
  apis = [{ ...working(), analyse: broken }, working()];
  const engine = client();
  expect(await analyse(engine)).toMatchObject({ ok: false });
  expect(spawned[0]!.terminated).toHaveBeenCalled();
  expect(await analyse(engine)).toEqual(ok(analysis));
});

it("runs on WASM once WebGL has broken down", async () => {
  const start = vi.fn<FaceWorkerApi["start"]>(() => Promise.resolve(ok(info)));
  const onWebGl = () => Promise.resolve(ok({ backend: "webgl", reason: "preferred" } as const));
  apis = [
    { ...working(), start: onWebGl, analyse: never },
    { ...working(), start },
  ];
  const engine = client();
  await engine.start(ignore);
  const answer = engine.analyse(photo(), ignore, new AbortController().signal);
  spawned[0]!.crash();
  await answer;
  await engine.start(ignore);
  expect(start.mock.calls[0]?.[0]).toMatchObject({ webGlFailed: true });
});

it("rejects with the caller's reason when it is aborted, and spawns a fresh worker", async () => {
  apis = [{ ...working(), analyse: never }, working()];
  const engine = client();
  const controller = new AbortController();
  await engine.start(ignore);
  const answer = engine.analyse(photo(), ignore, controller.signal);
  controller.abort(new Error("another photo"));
  await expect(answer).rejects.toThrow("another photo");
  expect(await analyse(engine)).toEqual(ok(analysis));
});

it("looks only once the engine is ready, and never starts it", async () => {
  apis = [working()];
  const engine = client();
  expect(await engine.look(photo())).toEqual(fail({ kind: "engineNotReady" }));
  expect(spawned).toHaveLength(0);
  await engine.start(ignore);
  expect(await engine.look(photo())).toEqual(ok(nothingSeen));
});

it("drops a frame while it looks at another, and closes it", async () => {
  apis = [{ ...working(), look: never }];
  const engine = client();
  await engine.start(ignore);
  void engine.look(photo());
  const second = photo();
  const close = vi.spyOn(second, "close");
  expect(await engine.look(second)).toEqual(fail({ kind: "engineBusy" }));
  expect(close).toHaveBeenCalledOnce();
});

it("leaves a worker that fails at a look, and says so", async () => {
  const broken = () => Promise.resolve(fail({ kind: "engineFailed", cause: "context lost" }));
  apis = [{ ...working(), look: broken }, working()];
  const engine = client();
  await engine.start(ignore);
  expect(await engine.look(photo())).toEqual(fail({ kind: "engineNotReady" }));
  expect(brokeDown).toHaveBeenCalledOnce();
  await engine.start(ignore);
  expect(await engine.look(photo())).toEqual(ok(nothingSeen));
});

it("does not start anew for ever an engine that fails at every look", async () => {
  const broken = () => Promise.resolve(fail({ kind: "engineFailed", cause: "no memory" }));
  apis = [
    { ...working(), look: broken },
    { ...working(), look: broken },
  ];
  const engine = client();
  await engine.start(ignore);
  expect(await engine.look(photo())).toEqual(fail({ kind: "engineNotReady" }));
  await engine.start(ignore);
  expect(await engine.look(photo())).toMatchObject({ error: { kind: "engineFailed" } });
  expect(brokeDown).toHaveBeenCalledOnce();
});

it("answers a photo whose worker is given up for a look that failed", async () => {
  const broken = () => Promise.resolve(fail({ kind: "engineFailed", cause: "no memory" }));
  apis = [{ ...working(), look: broken, analyse: never }, working()];
  const engine = client();
  await engine.start(ignore);
  const answer = analyse(engine);
  await engine.look(photo());
  expect(await answer).toMatchObject({ error: { kind: "engineFailed" } });
  expect(await analyse(engine)).toEqual(ok(analysis));
});

it("starts anew after a crash in front of the camera, between two looks as well", async () => {
  apis = [working(), working()];
  const engine = client();
  await engine.start(ignore);
  spawned[0]!.crash();
  expect(await engine.look(photo())).toEqual(fail({ kind: "engineNotReady" }));
  expect(brokeDown).toHaveBeenCalledOnce();
  await engine.start(ignore);
  expect(await engine.look(photo())).toEqual(ok(nothingSeen));
});

it("ends a start that is on its way when its worker is thrown away", async () => {
  apis = [{ ...working(), start: never }, working()];
  const engine = client();
  const started = engine.start(ignore);
  const controller = new AbortController();
  engine.analyse(photo(), ignore, controller.signal).catch(ignore);
  controller.abort();
  expect(await started).toMatchObject({ error: { kind: "engineFailed" } });
  expect(await engine.start(ignore)).toEqual(ok(info));
});

it.each([
  [
    "crashes",
    () => {
      spawned[0]!.crash();
    },
  ],
  [
    "is thrown away",
    (engine: ReturnType<typeof client>) => {
      const controller = new AbortController();
      engine.analyse(photo(), ignore, controller.signal).catch(ignore);
      controller.abort();
    },
  ],
])("ends a look whose worker %s", async (_, end) => {
  apis = [{ ...working(), look: never, analyse: never }];
  const engine = client();
  await engine.start(ignore);
  const look = engine.look(photo());
  end(engine);
  expect(await look).toEqual(fail({ kind: "engineNotReady" }));
});

function client() {
  return createFaceWorkerClient({ modelsUrl: "https://site/models/" }, { onBrokeDown: brokeDown });
}

function analyse(engine: ReturnType<typeof client>) {
  return engine.analyse(photo(), ignore, new AbortController().signal);
}

function working(): FaceWorkerApi {
  return {
    start: () => Promise.resolve(ok(info)),
    analyse: () => Promise.resolve(ok(analysis)),
    look: () => Promise.resolve(ok(nothingSeen)),
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Something transferable that a test may send. */
function photo(): ImageBitmap {
  return new MessageChannel().port1 as unknown as ImageBitmap;
}
