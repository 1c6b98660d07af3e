import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";

import type { MemorySample } from "../results.ts";
import { watchHeaps } from "./watchHeaps.ts";

type Sample = Omit<MemorySample, "contender">;

/** What tfjs of any version and bundle leaves in the global scope. */
interface TfjsScope {
  readonly _tfengine?: {
    readonly backendName?: string;
    readonly state: { numBytes: number; readonly numTensors: number };
  };
  benchPeakBytes?: number;
}

/** What a warm page holds while it answers one more photo, and what it keeps of it. */
export async function measureMemory(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Sample> {
  const before = await readTfjs(page);
  const heaps = await watchHeaps(page);
  await work();
  const heapPeakMB = inMB(await heaps.stop());
  const after = await readTfjs(page);
  return {
    heapPeakMB,
    ...(await processPeaks(browser)),
    ...(after && {
      tfjsPeakMB: inMB(after.peakBytes),
      tensors: after.tensors,
      ...(after.backend !== undefined && { runsOn: after.backend }),
    }),
    ...(after && before && { tensorsLeft: after.tensors - before.tensors }),
  };
}

/** Of the page or of whichever of its workers has tfjs; from the first call on, the peak is watched. */
async function readTfjs(page: Page) {
  const inPage = await page.evaluate(readScope);
  if (inPage !== undefined) return inPage;
  for (const worker of page.workers()) {
    const found = await worker.evaluate(readScope);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Runs in the page or worker. Needs all of its code inside. */
function readScope() {
  const scope = globalThis as unknown as TfjsScope;
  const state = scope._tfengine?.state;
  if (state === undefined) return undefined;
  if (scope.benchPeakBytes === undefined) {
    let bytes = state.numBytes;
    scope.benchPeakBytes = bytes;
    Object.defineProperty(state, "numBytes", {
      get: () => bytes,
      set: (value: number) => {
        bytes = value;
        scope.benchPeakBytes = Math.max(scope.benchPeakBytes!, value);
      },
    });
  }
  return {
    tensors: state.numTensors,
    peakBytes: scope.benchPeakBytes,
    backend: scope._tfengine?.backendName,
  };
}

/** The most that the page's process and the GPU's ever held, where `/proc` tells. */
async function processPeaks(
  browser: Browser,
): Promise<Pick<Sample, "rendererPeakMB" | "gpuProcessPeakMB">> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peakOf = async (type: string) => {
    const ids = processInfo.filter((info) => info.type === type).map(({ id }) => id);
    const peaks = await Promise.all(ids.map(peakBytes));
    return Math.max(0, ...peaks);
  };
  const [renderer, gpu] = [await peakOf("renderer"), await peakOf("GPU")];
  return {
    ...(renderer > 0 && { rendererPeakMB: inMB(renderer) }),
    ...(gpu > 0 && { gpuProcessPeakMB: inMB(gpu) }),
  };
}

/** Source: proc(5), VmHWM in kB of 1,024 bytes. */
async function peakBytes(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, "utf8").catch(() => "");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

function inMB(bytes: number): number {
  return Number((bytes / 1e6).toFixed(1));
}
