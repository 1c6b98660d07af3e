// What the page's main thread did, from Chromium's own trace.
import type { CDPSession, Page } from "@playwright/test";

/** One task of the page's main thread. */
export interface Task {
  /** Since the trace began. */
  readonly startMs: number;
  readonly durationMs: number;
  /** What the thread itself computed: less than the duration on a machine that is busy with others. */
  readonly processorMs: number;
  /** The longest piece of work inside it. */
  readonly longestPart: string;
}

export interface Trace {
  /** Longest first. */
  readonly tasks: readonly Task[];
  readonly seconds: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  /** µs. */
  readonly dur?: number;
  /** µs of the thread's own processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly functionName?: string } };
}

/**
 * Traces the page while `work` runs.
 *
 * Source: Trace Event Format; `RunTask` of "disabled-by-default-devtools.timeline"
 * is one turn of a thread's event loop.
 */
export async function traceMainThread(page: Page, work: () => Promise<void>): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
    },
  });
  await work();
  await ended(session);
  await session.detach();
  return summarise(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    session.once("Tracing.tracingComplete", () => {
      resolve();
    });
  });
  await session.send("Tracing.end");
  await complete;
}

function summarise(events: readonly TraceEvent[]): Trace {
  const own = busiestMainThread(events);
  const starts = own.map(({ ts }) => ts);
  const begin = Math.min(...starts);
  const tasks = own
    .filter(({ name }) => name === "RunTask")
    .map((task) => ({
      startMs: (task.ts - begin) / 1000,
      durationMs: (task.dur ?? 0) / 1000,
      processorMs: (task.tdur ?? 0) / 1000,
      longestPart: longestPartOf(task, own),
    }))
    .sort((a, b) => b.durationMs - a.durationMs);
  return { tasks, seconds: (Math.max(...starts) - begin) / 1e6 };
}

/** The page's: other renderer processes of the browser have next to nothing to do. */
function busiestMainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const mains = events.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const threads = mains.map((main) =>
    events.filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === "X"),
  );
  return threads.sort((a, b) => b.length - a.length)[0] ?? [];
}

function longestPartOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const end = task.ts + (task.dur ?? 0);
  const [longest] = events
    .filter(({ name, ts, dur }) => name !== "RunTask" && ts >= task.ts && ts + (dur ?? 0) <= end)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0));
  if (!longest) return "";
  return [longest.name, longest.args.data?.functionName].filter(Boolean).join(" ");
}
