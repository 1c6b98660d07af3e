import { backend } from "@tensorflow/tfjs-core";
import { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";

import { assert } from "../../shared/assert.ts";

/**
 * Watches over the graphics context of a backend. The system takes it away when
 * memory runs short, when the driver restarts, at times when the device sleeps;
 * tfjs then waits for ever, or goes on with zeros, in which there is no face.
 */
export interface ContextWatch {
  /** The outcome of `work`; rejects when the context is lost before, or was by then. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>;
}

/** WASM has nothing to lose. */
export const NO_CONTEXT: ContextWatch = { guard: (work) => work };

/** @returns the watch over the current backend, which must be WebGL */
export function watchContext(): ContextWatch {
  const current = backend();
  assert(current instanceof MathBackendWebGL, "the current backend is WebGL");
  const { gl } = current.getGPGPUContext();
  const cause = "The WebGL context was lost";
  const lost = new Promise<never>((_, reject) => {
    gl.canvas.addEventListener("webglcontextlost", () => {
      reject(new Error(cause));
    });
  });
  // Nobody may be working when it happens.
  lost.catch(() => undefined);
  return {
    async guard(work) {
      const outcome = await Promise.race([work, lost]);
      // The event comes later than the zeros.
      if (gl.isContextLost()) throw new Error(cause);
      return outcome;
    },
  };
}
