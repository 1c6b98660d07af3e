// The steps that the tests share, in the words of the page.
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

import type { Backend } from "../../src/engine/faceEngine.ts";
import type { PhotoFile } from "./photos.ts";

/** For WebGL in software: 30 s on two idle cores, several times that on busy ones. */
export const SLOW_MS = 240_000;

/** Opens the home screen on the backend that is ten times faster without a GPU. */
export async function openHome(page: Page, query = "?backend=wasm"): Promise<void> {
  await page.goto(`./${query}`);
  await expect(page.getByRole("button", { name: "Take a photo", exact: true })).toBeVisible();
  await pageAlive(page);
}

/** The first screen is drawn before it is alive: until then a paste or a drop is the browser's own. */
export async function pageAlive(page: Page): Promise<void> {
  await expect(page.locator("#root[data-drawn]")).toHaveCount(0);
}

export async function engineReady(page: Page, backend: Backend): Promise<void> {
  const engine = page.getByTestId("engine");
  await expect(engine).toHaveAttribute("data-backend", backend, { timeout: SLOW_MS });
}

export async function choosePhoto(page: Page, photo: PhotoFile): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(photo);
}

export function matches(page: Page): Locator {
  return page.getByTestId("match");
}

export async function expectFirstMatch(page: Page, id: string, timeout?: number): Promise<void> {
  expect(await outcome(page, timeout)).toBe(`match ${id}`);
}

export async function expectProblem(page: Page, kind: string | RegExp): Promise<void> {
  expect(await outcome(page)).toMatch(
    typeof kind === "string" ? new RegExp(`^problem ${kind}$`) : kind,
  );
}

/** What a photo ended in: "match ID" or "problem KIND", for a message that says which it was. */
async function outcome(page: Page, timeout?: number): Promise<string> {
  const match = matches(page).first();
  const problem = page.getByTestId("problem");
  await expect(match.or(problem)).toBeVisible(timeout === undefined ? {} : { timeout });
  if (await problem.isVisible()) return `problem ${await problem.getAttribute("data-kind")}`;
  return `match ${await match.getAttribute("data-id")}`;
}

export async function backToStart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Starlike, to the start" }).click();
}

/** As on a metered line: the app gets nothing ready that nobody asked for. To be called before the page is opened. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
}

/** Keeps requests back: they wait until the returned function is called. */
export async function holdRequests(page: Page, address: string | RegExp): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
