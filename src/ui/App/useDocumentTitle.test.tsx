// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import type { Page } from "./routes.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";

beforeEach(() => {
  const description = document.createElement("meta");
  description.name = "description";
  document.head.append(description);
});
afterEach(() => {
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

function Titled({ page }: { page: Page }) {
  useDocumentTitle(page, undefined);
  return null;
}

function description(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content;
}
