import plainWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { removeBackend } from "@tensorflow/tfjs-core";

import { fail, ok, type Result } from "../../shared/result.ts";
import type { EngineInfo } from "../faceEngine.ts";
import { startCpu, startUnpackedWebGl, startWasm, startWebGl, type WasmFile } from "./backend.ts";
import type { Rung } from "./backendLadder.ts";
import { NO_CONTEXT, watchContext, type ContextWatch } from "./contextLoss.ts";
import type { EngineOptions } from "./faceWorkerApi.ts";
import { disposeNetworks, type Networks } from "./networks.ts";
import { theQuicker } from "./quickerBackend.ts";
import { passesSelfTest } from "./selfTest.ts";

/** Networks on a backend that has passed its self-test. */
export interface Engine {
  readonly networks: Networks;
  readonly info: EngineInfo;
  readonly context: ContextWatch;
}

/**
 * A driver that never signals that it has finished must not hold the start for
 * ever. Software WebGL on busy machines was seen to need one minute.
 */
const SELF_TEST_MS = 180_000;

/** Switches to a backend. What it cannot is an expected failure: the next one may do. */
export async function openBackend({
  backend,
  isUnpacked,
}: Rung): Promise<Result<undefined, StartError>> {
  try {
    if (backend === "wasm") await startWasm(locateWasm);
    else if (!(await START[isUnpacked ? "unpackedWebGl" : backend]()))
      return engineFailed(`${backend} does not start`);
    return ok(undefined);
  } catch (error) {
    return engineFailed(error);
  }
}

const START = { webgl: startWebGl, unpackedWebGl: startUnpackedWebGl, cpu: startCpu } as const;

interface StartError {
  readonly kind: "engineFailed" | "wrongResult";
  readonly cause: string;
}

/** Builds the networks on the backend that `opened` says is there, and has it pass the self-test. */
export async function startOn(
  { backend, reason }: Rung,
  opened: Result<undefined, StartError>,
  build: () => Networks,
): Promise<Result<Engine, StartError>> {
  if (!opened.ok) return opened;
  let networks: Networks | undefined;
  try {
    const context = backend === "webgl" ? watchContext() : NO_CONTEXT;
    networks = build();
    const passes = await within(SELF_TEST_MS, context.guard(passesSelfTest(networks)));
    if (passes) return ok({ networks, context, info: { backend, reason } });
    disposeNetworks(networks);
    const cause = `${backend} ${passes === false ? "failed the self-test" : "is too slow"}`;
    return fail({ kind: passes === false ? "wrongResult" : "engineFailed", cause });
  } catch (error) {
    // A driver's refusal.
    if (networks) disposeNetworks(networks);
    return engineFailed(error);
  }
}

/**
 * Where a graphics card was taken at its word and is not surely quick, WASM is
 * started beside it, and the one that loses is thrown away. Half a second or so,
 * once: the page remembers the outcome.
 */
export async function theQuickest(
  engine: Engine,
  { quicker: known }: EngineOptions,
  build: () => Networks,
): Promise<Engine> {
  const { backend, reason } = engine.info;
  if (backend !== "webgl" || reason !== "preferred" || known !== undefined) return engine;
  const onWasm: Rung = { backend: "wasm", reason };
  const openOther = async () => {
    const started = await startOn(onWasm, await openBackend(onWasm), build);
    return started.ok ? started.value : undefined;
  };
  const run = async ({ info, networks, context }: Engine) => {
    await openBackend(info);
    // What hangs or is wrong now and then loses too.
    if (!(await within(SELF_TEST_MS, context.guard(passesSelfTest(networks)))))
      throw new Error(`${info.backend} does not pass the self-test again`);
  };
  const { quicker, left } = await theQuicker(engine, openOther, run, () => performance.now());
  await openBackend(quicker.info);
  if (left) {
    disposeNetworks(left.networks);
    removeBackend(left.info.backend);
  }
  return quicker;
}

/** The answer, or undefined when it takes too long. */
function within<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  const tooLate = new Promise<undefined>((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, limitMs);
  });
  return Promise.race([work, tooLate]);
}

/** tfjs insists on a third, threaded binary; with threads switched off it is never fetched. */
function locateWasm(file: WasmFile): string {
  return new URL(file === "tfjs-backend-wasm.wasm" ? plainWasm : simdWasm, import.meta.url).href;
}

export function engineFailed(error: unknown) {
  return fail({ kind: "engineFailed", cause: String(error) } as const);
}
