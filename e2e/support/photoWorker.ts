// The built app's photo worker without the page around it: many files in little time.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { DIST } from "./releases.ts";

/** What the worker made of a file. */
export type Opened =
  | {
      readonly kind: "photo";
      readonly width: number;
      readonly height: number;
      /** Red, green, blue and alpha in the middle, each in [0, 255]. */
      readonly middle: readonly number[];
    }
  /** The kind of the problem; "silence" and "crash" are none that the app knows. */
  | { readonly kind: string };

/** A page of the app's origin that loads nothing, and so costs no time. */
export async function openBarePage(page: Page): Promise<void> {
  await page.goto("./robots.txt");
}

/**
 * Gives files to the worker, one after the other.
 *
 * @param freshWorker a worker for each, as the app has it; else one for all, which is quicker
 * @param longestMs of each file
 */
export async function openInWorker(
  page: Page,
  files: readonly Uint8Array[],
  { freshWorker = true, longestMs = 30_000 } = {},
): Promise<readonly Opened[]> {
  const name = readdirSync(join(DIST, "assets")).find((it) => /^photoWorker-.*\.js$/.test(it));
  const encoded = files.map((bytes) => Buffer.from(bytes).toString("base64"));
  return page.evaluate(openAll, { script: `./assets/${name}`, encoded, freshWorker, longestMs });
}

interface Task {
  readonly script: string;
  readonly encoded: readonly string[];
  readonly freshWorker: boolean;
  readonly longestMs: number;
}

/** Runs in the page. */
async function openAll({ script, encoded, freshWorker, longestMs }: Task): Promise<Opened[]> {
  interface Reply {
    readonly ok: boolean;
    readonly error?: { readonly kind: string };
    readonly value?: { readonly photo: ImageBitmap; readonly preview: ImageBitmap };
  }
  // The policy of every response asks for trusted types, and a bare page has no policy of its own.
  const { trustedTypes } = window as unknown as {
    trustedTypes?: { createPolicy: (name: string, rules: object) => unknown };
  };
  const global = window as unknown as { trusting?: unknown };
  global.trusting ??= trustedTypes?.createPolicy("default", {
    createScriptURL: (url: string) => url,
  });

  const spawn = () => new Worker(script, { type: "module" });
  let worker = spawn();
  const outcomes: Opened[] = [];
  for (const base64 of encoded) {
    const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
    const outcome = await new Promise<Opened>((resolve) => {
      const timer = setTimeout(() => {
        resolve({ kind: "silence" });
      }, longestMs);
      worker.onerror = () => {
        clearTimeout(timer);
        resolve({ kind: "crash" });
      };
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        clearTimeout(timer);
        resolve(data.value ? describe(data.value.photo) : { kind: data.error!.kind });
        data.value?.photo.close();
        data.value?.preview.close();
      };
      worker.postMessage(file);
    });
    outcomes.push(outcome);
    if (freshWorker || outcome.kind === "silence" || outcome.kind === "crash") {
      worker.terminate();
      worker = spawn();
    }
  }
  worker.terminate();
  return outcomes;

  function describe(photo: ImageBitmap): Opened {
    const { width, height } = photo;
    const context = new OffscreenCanvas(1, 1).getContext("2d")!;
    context.drawImage(photo, -Math.floor(width / 2), -Math.floor(height / 2));
    const middle = [...context.getImageData(0, 0, 1, 1).data];
    return { kind: "photo", width, height, middle };
  }
}
