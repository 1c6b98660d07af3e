// Every kind of file there is, whole, cut off and damaged, straight to the photo worker of the build.
// What a person then sees is tested in problems.spec.ts and hardFiles.spec.ts.
import { expect, test } from "@playwright/test";

import { seededRandom } from "../src/shared/random.ts";
import { COLOUR, huge, noisy, openable, refused, thread, transparent } from "./support/oddFiles.ts";
import { openBarePage, openInWorker } from "./support/photoWorker.ts";
import type { Opened } from "./support/photoWorker.ts";

/** What a damaged file may end in beside a photo. */
const PROBLEMS = ["notAnImage", "damagedImage", "unsupportedImage", "imageTooLarge"];

test("opens every kind of image whole, and names what is wrong with the others", async ({
  page,
}) => {
  const good = await openable();
  const bad = await refused();
  await openBarePage(page);

  const opened = await openInWorker(page, Object.values(good));
  for (const [i, name] of Object.keys(good).entries()) {
    expect(opened[i], name).toMatchObject({ kind: "photo", width: 64, height: 32 });
    if (name !== "a grey JPEG") expectColour(opened[i]!, COLOUR, name);
  }

  const problems = await openInWorker(
    page,
    Object.values(bad).map(([content]) => content),
  );
  for (const [i, [name, [, ...kinds]]] of Object.entries(bad).entries())
    expect(kinds, name).toContain(problems[i]!.kind);

  const [line, nothing] = await openInWorker(page, [await thread(), await transparent()]);
  expect(line).toMatchObject({ kind: "photo", width: 1, height: 4096 });
  expectColour(nothing!, [255, 255, 255], "a picture that is all transparent");
});

test("opens a hundred megapixels, and the next photo", async ({ page }) => {
  const small = (await openable())["a palette PNG"]!;
  await openBarePage(page);
  const files = [await huge("jpeg"), await huge("png"), small];
  const [jpeg, png, next] = await openInWorker(page, files, { longestMs: 60_000 });
  for (const photo of [jpeg!, png!]) {
    expect(photo).toMatchObject({ kind: "photo", width: 4096, height: 4096 });
    expectColour(photo, COLOUR, "100 megapixels");
  }
  expect(next).toMatchObject({ kind: "photo", width: 64 });
});

test("ends with an answer for every cut and every flipped byte", async ({ page }) => {
  await openBarePage(page);
  for (const [name, whole] of Object.entries(await noisy()))
    await test.step(name, async () => {
      // Its own decoder starts anew for each photo.
      const stepPercent = name === "heic" ? 4 : 1;
      const cuts = range(0, 100, stepPercent).map((percent) =>
        whole.subarray(0, Math.floor((whole.length * percent) / 100)),
      );
      const all = [...cuts, ...flipped(whole, name === "heic" ? 10 : 40), whole];
      const outcomes = await openInWorker(page, all, { freshWorker: false });
      for (const [i, { kind }] of outcomes.entries())
        expect(["photo", ...PROBLEMS], `${name}, file ${i}`).toContain(kind);
      // Browsers draw what has arrived and leave the rest grey: a face could be half there.
      expect(outcomes.slice(0, cuts.length).filter(({ kind }) => kind === "photo")).toEqual([]);
      expect(outcomes.at(-1), `${name}, whole`).toMatchObject({ kind: "photo" });
    });
});

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

/** Copies with one to eight bytes changed at random, the same at each run. */
function flipped(whole: Buffer, count: number): Buffer[] {
  const random = seededRandom(20261128);
  return Array.from({ length: count }, () => {
    const copy = Buffer.from(whole);
    const flips = 1 + Math.floor(random() * 8);
    for (let i = 0; i < flips; i++)
      copy[Math.floor(random() * copy.length)]! ^= 1 + Math.floor(random() * 255);
    return copy;
  });
}

/** Within what lossy formats and colour profiles change. */
function expectColour(opened: Opened, colour: readonly number[], name: string): void {
  expect(opened, name).toHaveProperty("middle");
  const { middle } = opened as Extract<Opened, { middle: unknown }>;
  for (const [i, value] of [...colour, 255].entries())
    expect(Math.abs(middle[i]! - value), `${name}: ${middle.join()}`).toBeLessThanOrEqual(24);
}
