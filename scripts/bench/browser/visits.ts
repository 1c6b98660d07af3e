import type { BrowserContext } from "@playwright/test";

import type { Failure, VisitSample } from "../results.ts";
import type { Contender } from "./contenders.ts";
import { serveSite, type FileServer } from "./fileServer.ts";
import type { Browsers, Profile } from "./openBrowser.ts";
import { answerTo, type Answer } from "./stopwatch.ts";
import { startingWith } from "./startingWith.ts";
import { closeInTime, within } from "./within.ts";

export interface VisitPlan {
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly photoPath: string;
  readonly limitMs: number;
  readonly log: (line: string) => void;
}

export interface Visits {
  readonly visits: readonly VisitSample[];
  readonly failures: readonly Failure[];
}

/** Each leaves more files compressed behind. */
const MAX_ATTEMPTS = 10;

/** First and second visits, everybody once a round, each round beginning with another one. */
export async function measureVisits(browsers: Browsers, plan: VisitPlan): Promise<Visits> {
  const visits: VisitSample[] = [];
  const failures: Failure[] = [];
  for (let round = 0; round < plan.rounds; round++)
    for (const contender of startingWith(round, plan.contenders)) {
      if (failures.some((failure) => failure.contender === contender.id)) continue;
      try {
        const sample = await visitTwice(browsers, contender, plan);
        visits.push({ contender: contender.id, round, ...sample });
        plan.log(`${contender.id}, round ${round + 1}: ${inWords(sample)}`);
      } catch (error) {
        const message = String(error);
        failures.push({ contender: contender.id, part: "visits", message });
        plan.log(`${contender.id}: ${message}`);
      }
    }
  return { visits, failures };
}

type Sample = Omit<VisitSample, "contender" | "round">;

/** Until no file had to be compressed meanwhile, in a fresh profile each time. */
async function visitTwice(
  browsers: Browsers,
  contender: Contender,
  plan: VisitPlan,
): Promise<Sample> {
  for (let attempt = 1; ; attempt++) {
    const server = await serveSite(contender.site);
    try {
      const sample = await visitsTo(server, browsers, contender, plan);
      if (!server.hasCompressed()) return sample;
    } catch (error) {
      if (!server.hasCompressed() || attempt === MAX_ATTEMPTS) throw error;
    } finally {
      await server.close();
    }
    plan.log(`${contender.id}: again, now that its files are compressed`);
  }
}

async function visitsTo(
  server: FileServer,
  browsers: Browsers,
  contender: Contender,
  plan: VisitPlan,
): Promise<Sample> {
  const profile = await browsers.createProfile();
  try {
    const { answer, bytes } = await firstVisit(profile, server, contender, plan);
    await server.close();
    const cold = { coldMs: answer.sinceNavigationMs, bytes, faces: answer.faces };
    const url = server.url + contender.path;
    const second = await secondVisit(profile, url, plan).catch(() => undefined);
    if (second === undefined) return cold;
    return { ...cold, secondMs: second.sinceNavigationMs, secondFaces: second.faces };
  } finally {
    await profile.remove();
  }
}

async function firstVisit(
  profile: Profile,
  server: FileServer,
  { path, kind }: Contender,
  { photoPath, limitMs }: VisitPlan,
) {
  const context = await profile.open();
  try {
    const answer = await within(
      limitMs,
      "first visit",
      visit(context, server.url + path, photoPath),
    );
    const bytes = server.sentBytes();
    // What a person who comes back has waited for without noticing.
    if (kind === "app")
      await context.pages()[0]!.getByTestId("offline-ready").waitFor({ timeout: limitMs });
    return { answer, bytes };
  } finally {
    await closeInTime(context);
  }
}

async function secondVisit(
  profile: Profile,
  url: string,
  { photoPath, limitMs }: VisitPlan,
): Promise<Answer> {
  const context = await profile.open();
  try {
    return await within(limitMs, "second visit", visit(context, url, photoPath));
  } finally {
    await closeInTime(context);
  }
}

async function visit(context: BrowserContext, url: string, photoPath: string): Promise<Answer> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url, { waitUntil: "commit" });
  return answerTo(page, photoPath);
}

function inWords({ coldMs, secondMs, bytes, faces }: Sample): string {
  const second = secondMs === undefined ? "no answer" : `${Math.round(secondMs)} ms`;
  return `${Math.round(coldMs)} ms, ${(bytes / 1e6).toFixed(1)} MB, ${faces} faces; again: ${second}`;
}
