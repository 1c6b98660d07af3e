import type { WebGlSupport } from "./worker/webGlSupport.ts";

/** A driver that does not answer is none to compute with. */
const PROBE_MS = 10_000;

/** Asks WebGL who draws, beside everything else; "none" where nobody answers. */
export function probeInWorker(): Promise<WebGlSupport> {
  const worker = new Worker(new URL("./worker/webGlProbeWorker.ts", import.meta.url), {
    type: "module",
    name: "webgl-probe",
  });
  const answer = new Promise<WebGlSupport>((resolve) => {
    const none = () => {
      resolve("none");
    };
    const timer = setTimeout(none, PROBE_MS);
    worker.addEventListener("error", none);
    worker.addEventListener("message", ({ data }: MessageEvent<WebGlSupport>) => {
      clearTimeout(timer);
      resolve(data);
    });
  });
  return answer.finally(() => {
    worker.terminate();
  });
}
