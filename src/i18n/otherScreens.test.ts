import { expect, it, vi } from "vitest";

import { createI18n } from "./createI18n.ts";
import { en } from "./en.ts";
import { forgetFailedTexts, loadOtherScreens, switchLanguage } from "./otherScreens.ts";
import { ru } from "./ru.ts";

it("has the first screen's texts at once, and those of the others when they are loaded", async () => {
  const i18n = createI18n("ru");
  expect(i18n.t("home.title")).toBe(ru.home.title);
  expect(i18n.t("problem.noFace.what")).toBe(ru.problem.noFace.what);
  expect(i18n.t("how.title")).toBe("how.title");

  await loadOtherScreens(i18n, "ru");
  expect(i18n.t("how.title")).toBe(ru.how.title);
});

it("loads a language's texts once, whoever asks", () => {
  const i18n = createI18n("en");
  expect(loadOtherScreens(i18n, "en")).toBe(loadOtherScreens(i18n, "en"));
});

it("asks again for what failed, and for nothing else, once it is told to", async () => {
  const i18n = createI18n("en");
  const broken = vi.spyOn(i18n, "addResourceBundle").mockImplementationOnce(() => {
    throw new TypeError("the line broke");
  });
  const first = loadOtherScreens(i18n, "en");
  await expect(first).rejects.toThrow("the line broke");
  expect(loadOtherScreens(i18n, "en")).toBe(first);

  forgetFailedTexts(i18n);
  const second = loadOtherScreens(i18n, "en");
  await second;
  forgetFailedTexts(i18n);
  expect(loadOtherScreens(i18n, "en")).toBe(second);
  expect(broken).toHaveBeenCalledTimes(2);
});

it("changes the language with all its texts", async () => {
  const i18n = createI18n("en");
  await switchLanguage(i18n, "ru");
  expect(i18n.language).toBe("ru");
  expect(i18n.t("how.title")).toBe(ru.how.title);
});

it("ends in the language chosen last, whichever comes first", async () => {
  const i18n = createI18n("en");
  await loadOtherScreens(i18n, "en");
  await Promise.all([switchLanguage(i18n, "ru"), switchLanguage(i18n, "en")]);
  expect(i18n.t("how.title")).toBe(en.how.title);
});
