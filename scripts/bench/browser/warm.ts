import type { Browser, Page } from "@playwright/test";

import type { Failure, MemorySample, WarmSample } from "../results.ts";
import type { Contender } from "./contenders.ts";
import { serveSite, type FileServer } from "./fileServer.ts";
import type { Photo, PhotoName } from "./madeFiles.ts";
import { measureMemory } from "./memory.ts";
import type { Browsers } from "./openBrowser.ts";
import { startingWith } from "./startingWith.ts";
import { answerTo, type Answer } from "./stopwatch.ts";
import { within } from "./within.ts";

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
  const pages: OpenPage[] = [];
  const fail = (contender: Contender, error: unknown) => {
    failures.push({ contender: contender.id, part: "warm", message: String(error) });
    plan.log(`${contender.id}: ${String(error)}`);
  };
  const stillIn = () =>
    pages.filter(({ contender }) => !failures.some((failed) => failed.contender === contender.id));
  try {
    for (const contender of plan.contenders) {
      const opened = await openPage(browsers, contender, plan);
      pages.push(opened);
      for (const [, photo] of plan.photos)
        await give(opened, photo, plan).catch((error: unknown) => {
          fail(contender, error);
        });
      plan.log(`${contender.id} is warm`);
    }
    const warm = await inRounds(plan, stillIn, fail);
    const memory: MemorySample[] = [];
    for (const { contender, browser, page } of stillIn()) {
      const photo = plan.photos[0]![1];
      const work = measureMemory(browser, page, () => give({ contender, page }, photo, plan));
      await within(plan.limitMs, "memory", work)
        .then((sample) => memory.push({ contender: contender.id, ...sample }))
        .catch((error: unknown) => {
          fail(contender, error);
        });
    }
    return { warm, memory, failures };
  } finally {
    for (const { browser, server } of pages) {
      await browser.close();
      await server.close();
    }
  }
}

async function inRounds(
  { rounds, photos, limitMs, log }: WarmPlan,
  stillIn: () => readonly OpenPage[],
  fail: (contender: Contender, error: unknown) => void,
): Promise<readonly WarmSample[]> {
  const samples: WarmSample[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, photo] of photos)
      for (const opened of startingWith(round, stillIn())) {
        const { contender } = opened;
        try {
          const { ms, faces, parts } = await give(opened, photo, { limitMs });
          samples.push({
            ...{ contender: contender.id, photo: name, round, ms, faces },
            ...(parts && { parts }),
          });
        } catch (error) {
          fail(contender, error);
        }
      }
    log(`round ${round + 1} of ${rounds} is done`);
  }
  return samples;
}

async function openPage(
  browsers: Browsers,
  contender: Contender,
  { limitMs }: WarmPlan,
): Promise<OpenPage> {
  const { browser, context } = await browsers.openFresh();
  const server = await serveSite(contender.site);
  const page = await context.newPage();
  page.setDefaultTimeout(limitMs);
  await page.goto(server.url + contender.path);
  return { contender, browser, page, server };
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
