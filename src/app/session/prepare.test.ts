import { expect, it, vi } from "vitest";

import type { EngineInfo, FaceEngine } from "../../engine/faceEngine.ts";
import { fail, ok } from "../../shared/result.ts";
import { createStore } from "../createStore.ts";
import { galleryOf } from "../fixtures.ts";
import { createPreparer } from "./prepare.ts";
import { INITIAL_PREPARATION, reducePreparation } from "./preparationState.ts";

const info: EngineInfo = { backend: "wasm", reason: "noWebGl" };
const unavailable = fail({ kind: "galleryUnavailable", file: "gallery.json", cause: "offline" });

it("starts the engine once for everybody who waits", async () => {
  const start = vi.fn<FaceEngine["start"]>((onStep) => {
    onStep({ kind: "loading", loadedBytes: 4, totalBytes: 12 });
    return Promise.resolve(ok(info));
  });
  const { preparer, state } = prepare({ start });
  const both = [preparer.engineReady(), preparer.engineReady()];
  expect(state().engine).toEqual({ phase: "loading", loadedBytes: 4, totalBytes: 12 });
  expect(await Promise.all(both)).toEqual([ok(info), ok(info)]);
  expect(start).toHaveBeenCalledOnce();
  expect(state().engine).toEqual({ phase: "ready", info });
});

it("loads again after a failure, and says so meanwhile", async () => {
  const loaded = galleryOf(["Ada Lovelace", "Alan Turing"]);
  const loadGallery = vi.fn().mockResolvedValueOnce(unavailable).mockResolvedValueOnce(ok(loaded));
  const { preparer, state } = prepare({ loadGallery });
  expect(await preparer.galleryReady()).toEqual(unavailable);
  expect(state().gallery).toEqual({ phase: "failed" });

  const again = preparer.galleryReady();
  expect(state().gallery).toEqual({ phase: "loading" });
  await again;
  expect(state().gallery).toEqual({ phase: "ready", loaded });
});

it("offers an engine that nobody has asked for yet, and starts it when somebody does", async () => {
  const { preparer, state } = prepare({});
  preparer.offerEngine(12_600_000);
  expect(state().engine).toEqual({ phase: "offered", bytes: 12_600_000 });
  await preparer.engineReady();
  preparer.offerEngine(12_600_000);
  expect(state().engine).toEqual({ phase: "ready", info });
});

it("starts the engine anew when asked to, and says what runs then", async () => {
  const onWebGl: EngineInfo = { backend: "webgl", reason: "preferred" };
  const onWasm: EngineInfo = { backend: "wasm", reason: "failedWebGl" };
  const start = vi.fn().mockResolvedValueOnce(ok(onWebGl)).mockResolvedValueOnce(ok(onWasm));
  const { preparer, state } = prepare({ start });
  await preparer.engineReady();
  expect(await preparer.restartEngine()).toEqual(ok(onWasm));
  expect(await preparer.engineReady()).toEqual(ok(onWasm));
  expect(state().engine).toEqual({ phase: "ready", info: onWasm });
});

it("reports what nobody foresaw and still answers", async () => {
  const cause = new Error("a bug");
  const { preparer, state, report } = prepare({ start: () => Promise.reject(cause) });
  expect(await preparer.engineReady()).toEqual(fail({ kind: "unexpected" }));
  expect(report).toHaveBeenCalledWith(cause);
  expect(state().engine).toEqual({ phase: "failed" });
});

function prepare({
  start = () => Promise.resolve(ok(info)),
  loadGallery = () => Promise.resolve(unavailable),
}: {
  start?: FaceEngine["start"];
  loadGallery?: Parameters<typeof createPreparer>[1]["loadGallery"];
}) {
  const store = createStore(reducePreparation, INITIAL_PREPARATION);
  const report = vi.fn();
  const engine: FaceEngine = { start, analyse: () => Promise.reject(new Error("not asked")) };
  const preparer = createPreparer(store, { engine, loadGallery }, report);
  return { preparer, state: store.getSnapshot, report };
}
