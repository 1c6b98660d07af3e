import { env, ready, registerBackend, removeBackend, setBackend } from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";

import "./tfjs.ts";

const WASM_FILES = [
  "tfjs-backend-wasm.wasm",
  "tfjs-backend-wasm-simd.wasm",
  "tfjs-backend-wasm-threaded-simd.wasm",
] as const;
export type WasmFile = (typeof WASM_FILES)[number];

/**
 * Switches tfjs to its WASM backend.
 *
 * @param locate where each binary lies (URL in the browser, path in Node)
 * @throws when the binary cannot be loaded or WASM is missing
 */
export async function startWasm(locate: (file: WasmFile) => string): Promise<void> {
  // Threaded, the bundled binary hangs in an isolated page: its blob workers never start.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(Object.fromEntries(WASM_FILES.map((file) => [file, locate(file)])));
  if (!(await setBackend("wasm"))) throw new Error("The WASM backend does not start");
  await ready();
}

/** Switches tfjs to WebGL; false where it does not start. */
export async function startWebGl(): Promise<boolean> {
  const started = await setBackend("webgl");
  if (started) await ready();
  return started;
}

/** The same with one number to a texel; false where it does not start. For good: the packed one is gone then. */
export async function startUnpackedWebGl(): Promise<boolean> {
  removeBackend("webgl");
  // Other flags follow from this one, and were worked out for the packed backend.
  env().reset();
  env().set("WEBGL_PACK", false);
  registerBackend("webgl", () => new MathBackendWebGL());
  return startWebGl();
}

/** Switches tfjs to plain JavaScript, whose code is fetched now. */
export async function startCpu(): Promise<boolean> {
  await import("./cpuBackend.ts");
  return setBackend("cpu");
}
