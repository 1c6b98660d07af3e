import type { EngineInfo } from "../faceEngine.ts";
import type { EngineOptions } from "./faceWorkerApi.ts";
import type { WebGlSupport } from "./webGlSupport.ts";

/** A backend to try, and why it would be the one. */
export type Rung = EngineInfo & {
  /** WebGL with one number to a texel instead of four: slower, and past the bugs of drivers that pack wrongly. */
  readonly isUnpacked?: true;
};

type Wish = Pick<EngineOptions, "backend" | "webGlFailed" | "quicker">;

const PACKED: Rung = { backend: "webgl", reason: "preferred" };
const UNPACKED: Rung = { backend: "webgl", reason: "wrongWhenPacked", isUnpacked: true };
/** Where WASM is switched off or broken, too: some hundred times slower, and still an answer. */
const LAST: Rung = { backend: "cpu", reason: "noWasm" };

/**
 * The backends to try, best first: each next one where the one before does not
 * start or fails the self-test.
 *
 * @param probe asked only where nothing was wished for, and WASM not found to be the quicker
 */
export async function backendLadder(
  { backend, webGlFailed = false, quicker }: Wish,
  probe: () => Promise<WebGlSupport>,
): Promise<readonly [Rung, ...Rung[]]> {
  if (backend !== undefined && !(backend === "webgl" && webGlFailed))
    return [{ backend, reason: "requested" }];
  if (webGlFailed) return [onWasm("failedWebGl"), LAST];
  if (quicker === "wasm") return [onWasm("preferred"), PACKED, UNPACKED, LAST];
  switch (await probe()) {
    case "none":
      return [onWasm("noWebGl"), LAST];
    case "software":
      return [onWasm("softwareWebGl"), LAST];
    case "hardware":
      return [PACKED, UNPACKED, onWasm("wrongWebGl"), LAST];
  }
}

function onWasm(reason: EngineInfo["reason"]): Rung {
  return { backend: "wasm", reason };
}
