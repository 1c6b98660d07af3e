import type {} from "./pages/networks.ts";
import type { Page } from "@playwright/test";

import type { Failure, FloorFigures, RecogniserFigures } from "../results.ts";
import { median, pairedRatio, type RoundValue } from "../statistics.ts";
import { PAGES_SITE } from "./contenders.ts";
import { serveSite } from "./fileServer.ts";
import type { Browsers } from "./openBrowser.ts";
import { closeInTime, within } from "./within.ts";

interface FloorPlan {
  readonly rounds: number;
  readonly limitMs: number;
  readonly log: (line: string) => void;
}

/** Short runs, of which the best one counts: there may be many. */
const WARM_ROUNDS = { wasm: 30, webgl: 5 } as const;

type Backend = FloorFigures["backend"];
type InPage = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

/**
 * Our networks on each backend, in a page of their own, beside the backend's
 * matrix product and face-api's recogniser.
 */
export async function measureFloor(browsers: Browsers, plan: FloorPlan) {
  const floor: FloorFigures[] = [];
  const recogniser: RecogniserFigures[] = [];
  const failures: Failure[] = [];
  const server = await serveSite(PAGES_SITE);
  const inPage: InPage = async (work) => {
    const { browser, context } = await browsers.openFresh();
    try {
      const page = await context.newPage();
      await page.goto(`${server.url}networks.html`);
      return await within(plan.limitMs, "networks", work(page));
    } finally {
      await closeInTime(browser);
    }
  };
  try {
    for (const backend of ["wasm", "webgl"] as const)
      try {
        const first = await firstRuns(backend, plan.rounds, inPage);
        const warm = await inPage((page) =>
          page.evaluate(([on, rounds]) => window.measureWarmRuns(on, rounds), [
            backend,
            WARM_ROUNDS[backend],
          ] as const),
        );
        floor.push(...warm.floor);
        recogniser.push({ ...warm.recogniser, ...first });
        plan.log(`networks on ${backend}: measured`);
      } catch (error) {
        const message = String(error);
        failures.push({ contender: `networks on ${backend}`, part: "floor", message });
        plan.log(`networks on ${backend}: ${message}`);
      }
  } finally {
    await server.close();
  }
  return { floor, recogniser, failures };
}

/** By turns, each in a browser that has compiled nothing yet. */
async function firstRuns(backend: Backend, rounds: number, inPage: InPage) {
  const times = { ours: [] as RoundValue[], stock: [] as RoundValue[] };
  for (let round = 0; round < rounds; round++)
    for (const whose of round % 2 === 0
      ? (["ours", "stock"] as const)
      : (["stock", "ours"] as const)) {
      const value = await inPage((page) =>
        page.evaluate(([on, recogniser]) => window.measureFirstRun(on, recogniser), [
          backend,
          whose,
        ] as const),
      );
      times[whose].push({ round, value });
    }
  const middle = (of: readonly RoundValue[]) => median(of.map(({ value }) => value));
  return {
    firstMs: middle(times.ours),
    stockFirstMs: middle(times.stock),
    firstRatio: pairedRatio(times.ours, times.stock)!,
  };
}
