// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";

import { applyTheme } from "./applyTheme.ts";

beforeEach(() => {
  document.documentElement.removeAttribute("data-theme");
  document.head.innerHTML = `
    <meta name="theme-color" content="#0d1020" media="(prefers-color-scheme: dark)" />
    <meta name="theme-color" content="#f8f2e6" media="(prefers-color-scheme: light)" />`;
});

it("puts the chosen theme on the page, and the browser's bars after it", () => {
  applyTheme("light");
  expect(document.documentElement.dataset["theme"]).toBe("light");
  expect(mediaByColour()).toEqual({ "#0d1020": "not all", "#f8f2e6": "all" });
  applyTheme("dark");
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  expect(mediaByColour()).toEqual({ "#0d1020": "all", "#f8f2e6": "not all" });
});

it("leaves it to the system, from the start and again", () => {
  const first = mediaByColour();
  applyTheme("system");
  expect(mediaByColour()).toEqual(first);
  applyTheme("light");
  applyTheme("system");
  expect(document.documentElement.hasAttribute("data-theme")).toBe(false);
  expect(mediaByColour()).toEqual(first);
});

function mediaByColour(): Record<string, string | null> {
  const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
  return Object.fromEntries(
    metas.map((meta) => [meta.getAttribute("content")!, meta.getAttribute("media")]),
  );
}
