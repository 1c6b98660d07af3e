import type { Page } from "@playwright/test";

import { beforeFaceWorker } from "./faceWorkerScript.ts";

interface Watched {
  lastContext?: WebGL2RenderingContext;
}

const REMEMBER = `
  const original = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = original.apply(this, args);
    if (args[0] === "webgl2") self.lastContext = context;
    return context;
  };
`;

/** Has the face worker remember its graphics context for `loseContext`. To be called before the page is opened. */
export async function rememberContext(page: Page): Promise<void> {
  await beforeFaceWorker(page, REMEMBER);
}

/** Takes the context away from the face worker, as a driver that restarts does. */
export async function loseContext(page: Page): Promise<void> {
  const worker = page.workers().find((candidate) => candidate.url().includes("faceWorker"));
  await worker!.evaluate(() => {
    const { lastContext } = self as Watched;
    if (!lastContext) throw new Error("No WebGL context in the worker");
    lastContext.getExtension("WEBGL_lose_context")!.loseContext();
  });
}
