import type { Page } from "@playwright/test";

/** What a page said of a photo, and when. */
export interface Answer {
  /** From the choice of the file to the painted answer. */
  readonly ms: number;
  /** From the navigation to the painted answer. */
  readonly sinceNavigationMs: number;
  /** Found and described. */
  readonly faces: number;
  /** Parts of it, in ms, where the page tells. */
  readonly parts?: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    stopwatch: {
      /** Resolves once there is a file input. */
      readonly inputThere: Promise<undefined>;
      readonly answer: () => Promise<Answer>;
    };
  }
}

/**
 * Runs in the page before anything else: the time of the page itself, so that
 * neither the test's messages nor its polling are measured. Needs all of its code inside.
 */
export function installStopwatch(): void {
  const ANSWERS = '[data-testid="match"], [data-testid="face-choice"], [data-testid="problem"]';
  let startedAt: number | undefined;
  let isSeen = false;
  let answer = promised<Answer>();
  const input = promised<undefined>();
  window.stopwatch = {
    inputThere: input.promise,
    answer: () => answer.promise,
  };

  document.addEventListener("change", start, { capture: true });
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-testid"],
  });

  function start(event: Event): void {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== "file") return;
    startedAt = performance.now();
    isSeen = false;
    answer = promised<Answer>();
  }

  function promised<T>() {
    let resolve: (value: T) => void = () => undefined;
    const promise = new Promise<T>((give) => (resolve = give));
    return { promise, resolve };
  }

  function look(): void {
    if (document.querySelector('input[type="file"]')) input.resolve(undefined);
    if (startedAt === undefined || isSeen || !document.querySelector(ANSWERS)) return;
    isSeen = true;
    const from = startedAt;
    requestAnimationFrame(() => {
      // After the frame: its layout and paint have been done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        answer.resolve(read(from, performance.now()));
      };
      port2.postMessage(undefined);
    });
  }

  function read(from: number, now: number): Answer {
    const choices = document.querySelectorAll('[data-testid="face-choice"]').length;
    const match = document.querySelector<HTMLElement>('[data-testid="match"]');
    const parts = match?.dataset["parts"];
    return {
      ms: now - from,
      sinceNavigationMs: now,
      faces: choices || Number(match?.dataset["faces"] ?? (match ? 1 : 0)),
      ...(parts !== undefined && { parts: JSON.parse(parts) as Record<string, number> }),
    };
  }
}

/** Gives the page a photo; the answer is the page's own. */
export async function answerTo(page: Page, photoPath: string): Promise<Answer> {
  await page.evaluate(() => window.stopwatch.inputThere);
  const input = page.locator('input[type="file"]').first();
  await input.setInputFiles(photoPath);
  return page.evaluate(() => window.stopwatch.answer());
}
