import type { Browser, Page } from "@playwright/test";

import type { Failure, MemorySample, WarmSample } from "../results.ts";
import type { Contender } from "./contenders.ts";
import { serveSite, type FileServer } from "./fileServer.ts";
import type { Photo, PhotoName } from "./madeFiles.ts";
import { measureMemory } from "./memory.ts";
import type { Browsers } from "./openBrowser.ts";
import { startingWith } from "./startingWith.ts";
import { answerTo, type Answer } from "./stopwatch.ts";
import { closeInTime, within } from "./within.ts";

export interface WarmPlan {
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly photos: readonly (readonly [PhotoName, Photo])[];
  readonly limitMs: number;
  readonly log: (line: string) => void;
}

export interface Warm {
  readonly warm: readonly WarmSample[];
  readonly memory: readonly MemorySample[];
  readonly failures: readonly Failure[];
}

/** A contender's page in a browser of its own. */
interface OpenPage {
  readonly contender: Contender;
  readonly browser: Browser;
  readonly page: Page;
  readonly server: FileServer;
}

/**
 * Each photo in turn to everybody, whose pages stay open; every page has answered
 * each photo once before anything counts. At the end, what their memory holds.
 */
export async function measureWarm(browsers: Browsers, plan: WarmPlan): Promise<Warm> {
  const failures: Failure[] = [];
  const pages = new Map<string, OpenPage>();
  /** Whoever fails is closed: it may still compute, and disturb the others. */
  const trying = async (contender: Contender, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      failures.push({ contender: contender.id, part: "warm", message: String(error) });
      plan.log(`${contender.id}: ${String(error)}`);
      const opened = pages.get(contender.id);
      pages.delete(contender.id);
      if (opened) await close(opened);
    }
  };
  try {
    for (const contender of plan.contenders)
      await trying(contender, async () => {
        const opened = await openPage(browsers, contender, plan);
        pages.set(contender.id, opened);
        for (const [, photo] of plan.photos) await give(opened, photo, plan);
        plan.log(`${contender.id} is warm`);
      });
    const warm = await inRounds(plan, pages, trying);
    const memory: MemorySample[] = [];
    for (const opened of [...pages.values()])
      await trying(opened.contender, async () => {
        memory.push(await memoryOf(opened, plan));
      });
    return { warm, memory, failures };
  } finally {
    for (const opened of pages.values()) await close(opened);
  }
}

type Trying = (contender: Contender, work: () => Promise<void>) => Promise<void>;

async function inRounds(
  { rounds, photos, limitMs, log }: WarmPlan,
  pages: ReadonlyMap<string, OpenPage>,
  trying: Trying,
): Promise<readonly WarmSample[]> {
  const samples: WarmSample[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, photo] of photos)
      for (const opened of startingWith(round, [...pages.values()]))
        await trying(opened.contender, async () => {
          const { ms, faces, parts } = await give(opened, photo, { limitMs });
          samples.push({
            ...{ contender: opened.contender.id, photo: name, round, ms, faces },
            ...(parts && { parts }),
          });
        });
    log(`round ${round + 1} of ${rounds} is done`);
  }
  return samples;
}

async function memoryOf(opened: OpenPage, plan: WarmPlan): Promise<MemorySample> {
  const { contender, browser, page } = opened;
  const photo = plan.photos[0]![1];
  const work = measureMemory(browser, page, () => give(opened, photo, plan));
  return { contender: contender.id, ...(await within(plan.limitMs, "memory", work)) };
}

async function openPage(
  browsers: Browsers,
  contender: Contender,
  { limitMs }: WarmPlan,
): Promise<OpenPage> {
  const { browser, context } = await browsers.openFresh();
  const server = await serveSite(contender.site);
  const page = await context.newPage();
  const opened = { contender, browser, page, server };
  try {
    page.setDefaultTimeout(limitMs);
    await page.goto(server.url + contender.path, { timeout: limitMs });
    return opened;
  } catch (error) {
    await close(opened);
    throw error;
  }
}

async function close({ browser, server }: OpenPage): Promise<void> {
  await closeInTime(browser);
  await server.close();
}

async function give(
  { contender, page }: Pick<OpenPage, "contender" | "page">,
  { path, title }: Photo,
  { limitMs }: Pick<WarmPlan, "limitMs">,
): Promise<Answer> {
  const answer = await within(limitMs, title, answerTo(page, path));
  if (contender.kind === "app") await backToStart(page);
  return answer;
}

async function backToStart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Starlike, to the start" }).click();
  await page.locator('input[type="file"]').first().waitFor({ state: "attached" });
}
