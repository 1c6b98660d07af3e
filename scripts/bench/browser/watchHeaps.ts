import type { Page } from "@playwright/test";

/** Between two looks. A thread that computes answers when it is done: its peak is then the next sample. */
const EVERY_MS = 50;

/** Source: DevTools protocol, Runtime.getHeapUsage. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/**
 * Samples the JavaScript heaps of the page and its workers, with the array
 * buffers (WebAssembly's memory too) behind them.
 */
export async function watchHeaps(page: Page): Promise<{ stop: () => Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  const latest = new Map<string, number>();
  const waiting = new Set<string>();
  let peakBytes = 0;
  let messageId = 0;

  const note = (thread: string, usage: HeapUsage) => {
    waiting.delete(thread);
    latest.set(thread, usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize);
    peakBytes = Math.max(
      peakBytes,
      [...latest.values()].reduce((sum, bytes) => sum + bytes, 0),
    );
  };
  const workers = new Set<string>();
  session.on("Target.attachedToTarget", ({ sessionId }) => workers.add(sessionId));
  session.on("Target.detachedFromTarget", ({ sessionId }) => {
    workers.delete(sessionId);
    latest.delete(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    const { result } = JSON.parse(message) as { readonly result?: HeapUsage };
    if (result?.usedSize !== undefined) note(sessionId, result);
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    // Playwright passes on no messages of flattened sessions.
    flatten: false,
  });

  const look = () => {
    if (!waiting.has("page")) {
      waiting.add("page");
      session.send("Runtime.getHeapUsage").then((usage) => {
        note("page", usage);
      }, ignore);
    }
    for (const worker of workers) {
      if (waiting.has(worker)) continue;
      waiting.add(worker);
      const message = JSON.stringify({ id: ++messageId, method: "Runtime.getHeapUsage" });
      session.send("Target.sendMessageToTarget", { sessionId: worker, message }).catch(ignore);
    }
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await session.detach();
      return peakBytes;
    },
  };
}

/** A worker that has just ended answers no more. */
function ignore(): void {}
