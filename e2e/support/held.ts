// What a page holds after a while of work, when everything that can go has gone.
import type { CDPSession, Page } from "@playwright/test";

export interface Held {
  /** Of tfjs, in the face worker. */
  readonly tensors: number;
  /** As tfjs counts them: on the graphics card with WebGL, in WebAssembly's memory with WASM. */
  readonly tensorBytes: number;
  /** Pictures that nobody has closed, in the page. */
  readonly openBitmaps: number;
  /** Made and not revoked. */
  readonly objectUrls: number;
  /** The page's own heap, after a garbage collection. */
  readonly heapBytes: number;
}

/** What tfjs leaves in the global scope. */
interface TfjsScope {
  readonly _tfengine?: {
    readonly state: { readonly numBytes: number; readonly numTensors: number };
  };
}

/** To be called before the page is opened. */
export async function watchObjectUrls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const urls = new Set<string>();
    Object.assign(window, { openObjectUrls: urls });
    const make = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      const url = make(object);
      urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      urls.delete(url);
      revoke(url);
    };
  });
}

/** @param page opened after `watchObjectUrls`, its engine ready */
export async function readHeld(page: Page): Promise<Held> {
  const worker = page.workers().find((each) => each.url().includes("faceWorker"))!;
  const state = await worker.evaluate(() => {
    const { numTensors, numBytes } = (globalThis as TfjsScope)._tfengine!.state;
    return { tensors: numTensors, tensorBytes: numBytes };
  });
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const objectUrls = await page.evaluate(
      () => (window as unknown as { openObjectUrls: Set<string> }).openObjectUrls.size,
    );
    return { ...state, openBitmaps: await openBitmaps(session), objectUrls, heapBytes: usedSize };
  } finally {
    await session.detach();
  }
}

/** Those alive whose pixels are still there: a closed one has no width. */
async function openBitmaps(session: CDPSession): Promise<number> {
  const { result: prototype } = await session.send("Runtime.evaluate", {
    expression: "ImageBitmap.prototype",
  });
  const { objects } = await session.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.objectId!,
  });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId!,
    functionDeclaration: "function () { return this.filter(({ width }) => width > 0).length; }",
    returnByValue: true,
  });
  return result.value as number;
}
