// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it } from "vitest";

import { createI18n } from "../../i18n/createI18n.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import type { Page } from "./routes.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";

beforeEach(() => {
  const description = document.createElement("meta");
  description.name = "description";
  document.head.append(description);
});
afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

it("names the page in the language it is read in", () => {
  const { unmount } = renderInLanguage(<Titled page={{ page: "how" }} />, "ru");
  expect(document.documentElement.lang).toBe("ru");
  expect(document.title).toBe("Как это работает · Starlike");
  expect(description()).toMatch(/^Сделайте фото/);
  unmount();

  renderInLanguage(<Titled page={{ page: "match", choosesPhoto: false }} />, "en");
  expect(document.documentElement.lang).toBe("en");
  expect(document.title).toBe("Starlike: which star are you like?");
  expect(description()).toMatch(/^Take a photo/);
});

it.each(["people", "how", "privacy", "licences", "settings", "history"] as const)(
  "knows the title of %s before the other screens' texts are there",
  (page) => {
    const shown: Page = page === "people" ? { page, personId: undefined } : { page };
    render(
      <I18nextProvider i18n={createI18n("en")}>
        <Titled page={shown} />
      </I18nextProvider>,
    );
    expect(document.title).toMatch(/^[A-Z][\w ]+ · Starlike$/);
  },
);

function Titled({ page }: { page: Page }) {
  useDocumentTitle(page, undefined);
  return null;
}

function description(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content;
}
