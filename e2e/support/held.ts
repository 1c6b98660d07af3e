// What a page holds after a while of work, when everything that can go has gone.
import type { CDPSession, Page } from "@playwright/test";

import type { PhotoFile } from "./photos.ts";

export interface Held {
  /** Of tfjs, in the face worker, between two photos or looks. */
  readonly tensors: number;
  /** As tfjs counts them: on the graphics card with WebGL, in WebAssembly's memory with WASM. */
  readonly tensorBytes: number;
  /** Pictures that nobody has closed, in the page. */
  readonly openBitmaps: number;
  /** Made and not revoked. */
  readonly objectUrls: number;
  /** Of the page, shown or held on to by somebody. */
  readonly nodes: number;
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

/**
 * Chooses a photo as a person does, but from within the page: Playwright's own way
 * holds on to the input for ever, and with it to the screen that it stood on.
 */
export async function choosePhotoFromWithin(page: Page, photo: PhotoFile): Promise<void> {
  const { name, mimeType, buffer } = photo;
  await page.evaluate(
    ({ base64, ...file }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const chosen = new DataTransfer();
      chosen.items.add(new File([bytes], file.name, { type: file.type }));
      const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    { base64: buffer.toString("base64"), name, type: mimeType },
  );
}

/** @param page opened after `watchObjectUrls`, its engine ready */
export async function readHeld(page: Page): Promise<Held> {
  const worker = page.workers().find((each) => each.url().includes("faceWorker"))!;
  const state = await worker.evaluate(async () => {
    const least = { tensors: Infinity, tensorBytes: Infinity };
    // A look through the camera may be in the middle of its work.
    for (let i = 0; i < 10; i++) {
      const { numTensors, numBytes } = (globalThis as TfjsScope)._tfengine!.state;
      if (numTensors < least.tensors)
        Object.assign(least, { tensors: numTensors, tensorBytes: numBytes });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return least;
  });
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes } = await session.send("Memory.getDOMCounters");
    const objectUrls = await page.evaluate(
      () => (window as unknown as { openObjectUrls: Set<string> }).openObjectUrls.size,
    );
    const bitmaps = await openBitmaps(session);
    return { ...state, openBitmaps: bitmaps, objectUrls, nodes, heapBytes: usedSize };
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
