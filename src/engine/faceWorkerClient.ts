import { proxy, transfer, wrap, type Remote } from "comlink";

import type { Look } from "../face/guidance.ts";
import { fail, type Result } from "../shared/result.ts";
import type { EngineError, EngineInfo, FaceEngine, OnStep } from "./faceEngine.ts";
import type { FaceLooker, LookError } from "./faceLooker.ts";
import { untilAborted } from "./untilAborted.ts";
import type { EngineOptions, FaceWorkerApi } from "./worker/faceWorkerApi.ts";

interface Running {
  readonly worker: Worker;
  readonly api: Remote<FaceWorkerApi>;
  /** Aborts when the script fails to load or throws outside a call. */
  readonly crashed: AbortSignal;
  /** One start for everybody who asks; forgotten when it fails, so that a retry loads again. */
  starting: Promise<Result<EngineInfo, EngineError>> | undefined;
  /** Present once it has started. */
  info: EngineInfo | undefined;
  looking: boolean;
  /** Aborted once nobody answers any more: crashed, or thrown away. */
  readonly gone: AbortController;
}

/** The abort reason of a worker that died: ours to turn into a Result, unlike the caller's. */
class WorkerCrash extends Error {}

/**
 * Runs the face engine in a worker, spawned on the first call.
 *
 * Inference cannot be interrupted, so an abort throws the worker away; the
 * next call spawns a fresh one, at the price of loading the weights from the
 * cache and warming up again. After a failure on WebGL the fresh one runs on WASM.
 *
 * @param onBrokeDown called when it failed while it looked at a camera's frame:
 *   whoever hears it starts it anew. The photo that fails tells its asker itself
 */
export function createFaceWorkerClient(
  options: EngineOptions,
  onBrokeDown?: () => void,
): FaceEngine & FaceLooker {
  let running: Running | undefined;
  let webGlFailed = false;
  const listeners = new Set<OnStep>();
  const tellAll: OnStep = (step) => {
    for (const listener of listeners) listener(step);
  };

  function startOnce(): Promise<Result<EngineInfo, EngineError>> {
    const current = (running ??= spawn());
    current.starting ??= current.api
      .start({ ...options, webGlFailed }, proxy(tellAll))
      .then((started) => {
        if (started.ok) current.info = started.value;
        // A backend that could not fetch its binary never asks for it again.
        else terminate(current);
        return started;
      });
    return current.starting;
  }

  async function ask<T>(
    signal: AbortSignal,
    onStep: OnStep,
    question: () => Promise<Result<T, EngineError>>,
  ): Promise<Result<T, EngineError>> {
    const current = (running ??= spawn());
    const end = () => {
      terminate(current);
    };
    listeners.add(onStep);
    try {
      const work = () => untilAborted(current.crashed, end, question);
      const answer = await untilAborted(signal, end, work);
      // A lost context or a full memory stays so: the next try gets a fresh worker.
      if (!answer.ok && answer.error.kind === "engineFailed") giveUp(current);
      return answer;
    } catch (error) {
      if (!(error instanceof WorkerCrash)) throw error;
      giveUp(current);
      return fail({ kind: "engineFailed", cause: error.message });
    } finally {
      listeners.delete(onStep);
    }
  }

  function giveUp(broken: Running): void {
    webGlFailed ||= broken.info?.backend === "webgl";
    terminate(broken);
  }

  function terminate(ended: Running): void {
    ended.worker.terminate();
    ended.gone.abort();
    if (running === ended) running = undefined;
  }

  async function look(frame: ImageBitmap): Promise<Result<Look, LookError>> {
    const current = running;
    if (!current?.info || current.looking || isGone(current)) {
      frame.close();
      return fail({ kind: current?.looking ? "engineBusy" : "engineNotReady" });
    }
    current.looking = true;
    try {
      const answer = async () => current.api.look(transfer(frame, [frame]));
      const seen = await untilAborted(current.gone.signal, ignore, answer);
      if (seen.ok || seen.error.kind !== "engineFailed") return seen;
      giveUp(current);
      onBrokeDown?.();
      return fail({ kind: "engineNotReady" });
    } catch (error) {
      if (!isGone(current)) throw error;
      return fail({ kind: "engineNotReady" });
    } finally {
      current.looking = false;
    }
  }

  return {
    look,
    start: (onStep) => ask(new AbortController().signal, onStep, startOnce),
    analyse: (photo, onStep, signal) =>
      ask(signal, onStep, async () => {
        const started = await startOnce();
        if (!started.ok) {
          photo.close(); // ours by contract, though never sent
          return started;
        }
        const { api } = (running ??= spawn());
        return api.analyse(transfer(photo, [photo]), proxy(onStep));
      }),
  };
}

function spawn(): Running {
  const worker = new Worker(new URL("./worker/faceWorker.ts", import.meta.url), {
    type: "module",
    name: "face",
  });
  const crash = new AbortController();
  const gone = new AbortController();
  worker.addEventListener("error", ({ message }) => {
    crash.abort(new WorkerCrash(message || "the worker's script did not load"));
    gone.abort();
  });
  return {
    worker,
    api: wrap<FaceWorkerApi>(worker),
    crashed: crash.signal,
    starting: undefined,
    info: undefined,
    looking: false,
    gone,
  };
}

function isGone({ gone }: Running): boolean {
  return gone.signal.aborted;
}

function ignore(): void {}
