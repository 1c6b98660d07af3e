import { proxy, transfer, wrap, type Remote } from "comlink";

import type { Look } from "../face/guidance.ts";
import { fail, type Result } from "../shared/result.ts";
import type { Backend, EngineError, EngineInfo, FaceEngine, OnStep } from "./faceEngine.ts";
import type { FaceLooker, LookError } from "./faceLooker.ts";
import { probeInWorker } from "./probeInWorker.ts";
import { untilAborted } from "./untilAborted.ts";
import type { EngineOptions, FaceWorkerApi } from "./worker/faceWorkerApi.ts";

interface Running {
  readonly worker: Worker;
  readonly api: Remote<FaceWorkerApi>;
  /** One start for everybody who asks; forgotten when it fails, so that a retry loads again. */
  starting: Promise<Result<EngineInfo, EngineError>> | undefined;
  /** Present once it has started. */
  info: EngineInfo | undefined;
  looking: boolean;
  /** Aborted once nobody answers any more, with a WorkerCrash or a WorkerEnded. */
  readonly gone: AbortController;
}

/** Remembers, for this build on this device, which backend a measurement found to be the quicker. */
export interface BackendMemory {
  readonly recall: () => Backend | undefined;
  readonly remember: (quicker: Backend) => void;
}

/** Emulated WebGL was: ten times slower than WASM. */
const MEASURED: ReadonlySet<EngineInfo["reason"]> = new Set(["preferred", "softwareWebGl"]);

interface ClientPorts {
  readonly memory?: BackendMemory;
  /**
   * Called when it failed while it looked at a camera's frame: whoever hears it
   * starts it anew. Not twice without a good look in between; the second failure is
   * the look's answer. The photo that fails tells its asker itself.
   */
  readonly onBrokeDown?: () => void;
}

/** Its script failed to load or threw outside a call. Ours to turn into a Result, unlike the caller's reason. */
class WorkerCrash extends Error {}

/** Thrown away by somebody else's failure or abort. */
class WorkerEnded extends Error {}

/**
 * Runs the face engine in a worker, spawned on the first call.
 *
 * Inference cannot be interrupted, so an abort throws the worker away; the
 * next call spawns a fresh one, at the price of loading the weights from the
 * cache and warming up again. After a failure on WebGL the fresh one runs on WASM.
 */
export function createFaceWorkerClient(
  options: EngineOptions,
  { memory, onBrokeDown }: ClientPorts = {},
): FaceEngine & FaceLooker {
  let running: Running | undefined;
  let webGlFailed = false;
  /** Since the engine last failed at a frame: one that fails at every frame is not started anew for ever. */
  let hasSeen = true;
  const listeners = new Set<OnStep>();
  const tellAll: OnStep = (step) => {
    for (const listener of listeners) listener(step);
  };

  function startOnce(): Promise<Result<EngineInfo, EngineError>> {
    const current = (running ??= spawn());
    if (current.starting) return current.starting;
    const quicker = memory?.recall();
    const wish = { ...options, webGlFailed, ...(quicker && { quicker }) };
    current.starting = current.api.start(wish, proxy(tellAll), proxy(probeInWorker)).then(
      (started) => {
        if (!started.ok) retire(current);
        else {
          current.info = started.value;
          const { backend, reason } = started.value;
          if (MEASURED.has(reason)) memory?.remember(backend);
        }
        return started;
      },
      (error: unknown) => {
        retire(current);
        throw error;
      },
    );
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
      const work = () => untilAborted(current.gone.signal, ignore, question);
      const answer = await untilAborted(signal, end, work);
      // A lost context or a full memory stays so: the next try gets a fresh worker.
      if (!answer.ok && answer.error.kind === "engineFailed") giveUp(current);
      return answer;
    } catch (error) {
      if (error instanceof WorkerCrash) giveUp(current);
      else if (!(error instanceof WorkerEnded)) throw error;
      return failed(error);
    } finally {
      listeners.delete(onStep);
    }
  }

  function giveUp(broken: Running): void {
    webGlFailed ||= broken.info?.backend === "webgl";
    terminate(broken);
  }

  /** A backend that could not fetch its binary never asks for it again. Ends once everybody has heard of the failure. */
  function retire(failedToStart: Running): void {
    if (running === failedToStart) running = undefined;
    setTimeout(() => {
      terminate(failedToStart);
    });
  }

  function terminate(ended: Running): void {
    ended.worker.terminate();
    ended.gone.abort(new WorkerEnded("the engine was ended"));
    if (running === ended) running = undefined;
  }

  async function look(frame: ImageBitmap): Promise<Result<Look, LookError>> {
    const current = running;
    if (!current?.info || current.looking || isGone(current)) {
      frame.close();
      const reason: unknown = current?.gone.signal.reason;
      if (current && reason instanceof WorkerCrash) return afterFailedLook(current, failed(reason));
      return fail({ kind: current?.looking ? "engineBusy" : "engineNotReady" });
    }
    current.looking = true;
    try {
      const answer = async () => current.api.look(transfer(frame, [frame]));
      const seen = await untilAborted(current.gone.signal, ignore, answer);
      if (seen.ok) hasSeen = true;
      if (seen.ok || seen.error.kind !== "engineFailed") return seen;
      return afterFailedLook(current, seen);
    } catch (error) {
      if (error instanceof WorkerEnded) return fail({ kind: "engineNotReady" });
      if (!(error instanceof WorkerCrash)) throw error;
      return afterFailedLook(current, failed(error));
    } finally {
      current.looking = false;
    }
  }

  /** Starts the engine anew, unless that has not helped the last time. */
  function afterFailedLook(
    broken: Running,
    failure: Result<Look, LookError>,
  ): Result<Look, LookError> {
    giveUp(broken);
    if (!hasSeen) return failure;
    hasSeen = false;
    onBrokeDown?.();
    return fail({ kind: "engineNotReady" });
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
  const gone = new AbortController();
  worker.addEventListener("error", ({ message }) => {
    gone.abort(new WorkerCrash(message || "the worker's script did not load"));
  });
  return {
    worker,
    api: wrap<FaceWorkerApi>(worker),
    starting: undefined,
    info: undefined,
    looking: false,
    gone,
  };
}

function isGone({ gone }: Running): boolean {
  return gone.signal.aborted;
}

function failed({ message }: Error) {
  return fail({ kind: "engineFailed", cause: message } as const);
}

function ignore(): void {}
