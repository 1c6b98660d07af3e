import { describe, expect, it } from "vitest";

import { createI18n } from "./createI18n.ts";
import { en } from "./en.ts";
import { firstLanguage } from "./language.ts";
import { ru } from "./ru.ts";

const PLURAL = /_(one|few|many|other)$/;

describe("the two languages", () => {
  it("have the same messages", () => {
    expect(baseKeys(ru)).toEqual(baseKeys(en));
  });

  it.each([
    ["en", en],
    ["ru", ru],
  ])("have every plural form that %s needs", (language, messages) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = Object.keys(flat(messages));
    const plurals = new Set(keys.filter((key) => PLURAL.test(key)).map(base));
    for (const plural of plurals)
      for (const form of needed) expect(keys).toContain(`${plural}_${form}`);
  });

  it("fill the same blanks", () => {
    const blanks = blanksByMessage(en);
    expect(Object.keys(blanks).length).toBeGreaterThan(10);
    expect(blanksByMessage(ru)).toEqual(blanks);
  });

  it("count as Russian does", () => {
    const { t } = createI18n("ru", { en, ru });
    const leads = [1, 2, 5, 21].map((count) => t("faceChoice.lead", { count }));
    expect(leads.map((lead) => lead.split(".")[0])).toEqual([
      "На фото 1 лицо",
      "На фото 2 лица",
      "На фото 5 лиц",
      "На фото 21 лицо",
    ]);
  });
});

it.each([
  [null, ["ru-RU", "en"], "ru"],
  [null, ["de-DE", "ru"], "ru"],
  [null, ["de"], "en"],
  ["en", ["ru"], "en"],
  ["xx", ["ru"], "ru"],
])("begins in the right language: chosen %s, browser %o", (chosen, preferred, language) => {
  expect(firstLanguage(chosen, preferred)).toBe(language);
});

function flat(messages: object, path = ""): Record<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[path + key, value] as const]
      : Object.entries(flat(value as object, `${path}${key}.`)),
  );
  return Object.fromEntries(entries);
}

function base(key: string): string {
  return key.replace(PLURAL, "");
}

function baseKeys(messages: object): string[] {
  return [...new Set(Object.keys(flat(messages)).map(base))].sort();
}

function blanksByMessage(messages: object): Record<string, Set<string>> {
  const result: Record<string, Set<string>> = {};
  for (const [key, text] of Object.entries(flat(messages)))
    for (const [, name] of text.matchAll(/{{(\w+)}}/g))
      (result[base(key)] ??= new Set()).add(name!);
  return result;
}
