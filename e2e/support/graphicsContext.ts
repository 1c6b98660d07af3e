import type { Page, Worker } from "@playwright/test";

interface Watched {
  lastContext?: WebGL2RenderingContext;
}

/**
 * Has the face worker lose its graphics context, as a driver that restarts
 * does. To be called before the page is opened.
 */
export function graphicsContextOf(page: Page): () => Promise<void> {
  let watching: Promise<Worker> | undefined;
  page.on("worker", (worker) => {
    if (worker.url().includes("faceWorker")) watching = watch(worker);
  });
  return async () => {
    const worker = await watching;
    await worker?.evaluate(() => {
      const { lastContext } = self as Watched;
      if (!lastContext) throw new Error("No WebGL context in the worker");
      lastContext.getExtension("WEBGL_lose_context")!.loseContext();
    });
  };
}

async function watch(worker: Worker): Promise<Worker> {
  await worker.evaluate(() => {
    const found = Object.getOwnPropertyDescriptor(OffscreenCanvas.prototype, "getContext")!;
    const original = found.value as (this: OffscreenCanvas, ...args: unknown[]) => unknown;
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
      const context = original.apply(this, args);
      if (args[0] === "webgl2") (self as Watched).lastContext = context as WebGL2RenderingContext;
      return context;
    } as typeof OffscreenCanvas.prototype.getContext;
  });
  return worker;
}
