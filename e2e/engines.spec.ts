// The main path in the engines beside Chromium: docs/engines.md says what differs.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import { ENGINES, findEngine } from "../scripts/engines.mjs";
import { DESCRIPTOR_LENGTH } from "../src/face/descriptor.ts";
import { en } from "../src/i18n/en.ts";
import { openEngine, type EngineBrowser } from "./support/engines/engineBrowser.ts";
import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { dataUrl, distance, serveHarness } from "./support/harness.ts";
import { SLOW_MS } from "./support/page.ts";
import {
  displayP3Jpeg,
  oversizedJpeg,
  portrait,
  turnedHeic,
  turnedJpeg,
} from "./support/photos.ts";
import { serveStatic } from "./support/staticServer.ts";
import { strictHost } from "./support/strictHost.ts";

/** Where pixels come out alike, between descriptors. Measured: 0. */
const SAME_PIXELS = 1e-3;
/** Where each engine shrinks, or turns colours into sRGB, in its own way. Measured: docs/engines.md. */
const OWN_PIXELS = 5e-3;

const [FIRST, SECOND, THIRD] = OTHER_VISITORS;

for (const name of ENGINES)
  test(`${name}: describes photos as Chromium does, and answers with a server and without`, async ({
    page,
  }) => {
    test.setTimeout(2 * SLOW_MS);
    const found = await findEngine(name);
    test.skip(found === undefined, `There is no ${name} on this machine`);
    const engine = await openEngine(name, found!);
    try {
      await describesAs(page, engine);
      await answers(engine);
    } finally {
      await engine.close();
    }
  });

async function describesAs(chromium: Page, engine: EngineBrowser): Promise<void> {
  const photos = [
    { photo: portrait(VISITOR), limit: SAME_PIXELS },
    { photo: await turnedJpeg(FIRST, 6), limit: SAME_PIXELS },
    { photo: await turnedHeic(SECOND), limit: SAME_PIXELS },
    { photo: await displayP3Jpeg(THIRD), limit: OWN_PIXELS },
    { photo: await oversizedJpeg(VISITOR), limit: OWN_PIXELS },
  ];
  const urls = photos.map(({ photo }) => dataUrl(photo));
  const harness = await serveHarness();
  try {
    await chromium.goto(harness.url);
    const expected = await chromium.evaluate(describe, urls);
    await engine.open(harness.url);
    const described = await engine.run(describe, urls);
    for (const [i, { photo, limit }] of photos.entries()) {
      expect(described[i], photo.name).toHaveLength(DESCRIPTOR_LENGTH);
      expect(distance(described[i]!, expected[i]!), photo.name).toBeLessThan(limit);
    }
  } finally {
    await harness.close();
  }
}

/** Runs in a page of the harness. */
async function describe(photos: readonly string[]): Promise<readonly (readonly number[])[]> {
  return (await window.describePhotos("wasm", photos)).descriptors;
}

/** Under every header, in a folder of a site. */
async function answers(engine: EngineBrowser): Promise<void> {
  const violations: string[] = [];
  const server = await serveStatic(strictHost("/starlike/", violations));
  const folder = await mkdtemp(join(tmpdir(), "photo-"));
  try {
    const photo = join(folder, "visitor.webp");
    await writeFile(photo, portrait(VISITOR).buffer);
    await engine.open(server.url);
    await expect.poll(() => engine.run(isThere, "offline-ready"), { timeout: SLOW_MS }).toBe(true);
    // Its own choice: whether WebGL is to be had in a worker depends on the machine.
    expect(["wasm", "webgl"]).toContain(await engine.run(backend, undefined));
    await engine.chooseFile(photo);
    const online = await outcome(engine);
    expect(online).toHaveLength(5);
    expect(online[0]).toBe(VISITOR);

    await server.close();
    await engine.open(server.url);
    await filmsAndLooks(engine);
    await engine.chooseFile(photo);
    expect(await outcome(engine)).toEqual(online);
    expect(violations).toEqual([]);
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

/** The camera's frames get as far as the engine, which has a word on the driver's test picture. */
async function filmsAndLooks(engine: EngineBrowser): Promise<void> {
  await engine.press(en.home.takePhoto);
  const advice = [en.guide.noFace, en.guide.tooDark].join("|");
  await expect.poll(() => engine.run(statusText, undefined)).toMatch(new RegExp(advice));
  await engine.press(en.camera.close);
}

/** The ids of the ranked people, or the kind of the problem. */
async function outcome(engine: EngineBrowser): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await expect.poll(async () => (found = await engine.run(shown, undefined))).not.toEqual([]);
  return found;
}

function shown(): string[] {
  const all = document.querySelectorAll<HTMLElement>("[data-testid=match], [data-testid=problem]");
  return [...all].map(({ dataset }) => dataset["id"] ?? `problem ${dataset["kind"]}`);
}

function isThere(testId: string): boolean {
  return document.querySelector(`[data-testid="${testId}"]`) !== null;
}

function backend(): string | undefined {
  return document.querySelector<HTMLElement>('[data-testid="engine"]')?.dataset["backend"];
}

function statusText(): string | undefined {
  return document.querySelector('[role="status"]')?.textContent;
}
