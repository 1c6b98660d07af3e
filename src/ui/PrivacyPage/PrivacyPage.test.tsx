// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { PrivacyPage } from "./PrivacyPage.tsx";

afterEach(cleanup);

it.each<[Language, string, string]>([
  ["en", "To the settings", "How to check that"],
  ["ru", "В настройки", "Как это проверить"],
])("leads to where everything is deleted, in %s", (language, link, check) => {
  renderInLanguage(<PrivacyPage />, language);
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(5);
  expect(screen.getByRole("heading", { name: check })).toBeTruthy();
  expect(screen.getByRole("link", { name: link }).getAttribute("href")).toBe("#/settings");
});
