// Through every screen of the page, for tests and pictures that want to see them all.
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import { en } from "../../src/i18n/en.ts";
import type { Language } from "../../src/i18n/language.ts";
import { ru } from "../../src/i18n/ru.ts";
import { blendedVisitor } from "./blend.ts";
import { facelessPhoto } from "./faceless.ts";
import { OTHER_VISITORS } from "./gallery.ts";
import { choosePhoto, engineReady, expectProblem, matches } from "./page.ts";
import { blurredPhoto, groupPhoto, portrait } from "./photos.ts";

const TEXTS = { en, ru };

/** Whose composites the visitor of the result screen lies halfway between. */
const PARENTS = ["natalie-portman", "emma-watson"] as const;

/** Stands still at each screen, and says which it is. */
export type Visit = (screen: string) => Promise<void>;

/** Every screen but the camera's, which takes a browser with a camera. */
export async function walkScreens(page: Page, language: Language, visit: Visit): Promise<void> {
  await remember(page, language);
  await page.goto("./?backend=wasm");
  await engineReady(page, "wasm");
  await expect(page.getByRole("img", { name: TEXTS[language].home.gallery })).toBeVisible();
  await visit("home");
  await walkPages(page, language, visit);
  await walkPhotos(page, language, visit);
  await page.goto("./?backend=wasm#/history");
  await expect(page.getByRole("list").first()).toBeVisible();
  await visit("history");
}

async function remember(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem("starlike.language", chosen);
    localStorage.setItem("starlike.settings", JSON.stringify({ version: 1, keepHistory: true }));
  }, language);
}

async function walkPages(page: Page, language: Language, visit: Visit): Promise<void> {
  const pages = {
    people: "people",
    person: `people/${PARENTS[0]}`,
    how: "how",
    privacy: "privacy",
    "history-empty": "history",
    settings: "settings",
    licences: "licences",
  };
  const list = page.getByRole("list", { name: TEXTS[language].licences.list });
  for (const [screen, path] of Object.entries(pages)) {
    await page.goto(`./?backend=wasm#/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (screen === "licences") await expect(list).toBeVisible();
    await visit(screen);
  }
}

async function walkPhotos(page: Page, language: Language, visit: Visit): Promise<void> {
  const t = TEXTS[language];
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.goto("./?backend=wasm#/");
  await choosePhoto(page, await facelessPhoto("clouds"));
  await expectProblem(page, "noFace");
  await visit("problem");

  await choosePhoto(page, await groupPhoto(OTHER_VISITORS));
  await expect(page.getByTestId("face-choice").first()).toBeVisible();
  await visit("several-faces");

  await choosePhoto(page, await blurredPhoto(PARENTS[0]));
  await expect(button(t.gate.anyway)).toBeVisible();
  await visit("poor-photo");

  await choosePhoto(page, await blendedVisitor(...PARENTS));
  await expect(matches(page)).toHaveCount(5);
  await visit("result");

  await button(t.result.shareAction).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
  await visit("share");
  await page.keyboard.press("Escape");

  await button(t.result.pairAction).first().click();
  await expect(page.getByRole("heading", { name: t.pair.askSecond.title })).toBeVisible();
  await visit("second-person");

  await choosePhoto(page, portrait(PARENTS[1]));
  await expect(button(t.pair.another)).toBeVisible();
  await visit("two-people");
}
