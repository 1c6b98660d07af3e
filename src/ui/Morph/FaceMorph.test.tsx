// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike } from "../../app/fixtures.ts";
import { createI18n } from "../../i18n/createI18n.ts";
import { en } from "../../i18n/en.ts";
import type { Language } from "../../i18n/language.ts";
import { ru } from "../../i18n/ru.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { FaceMorph } from "./FaceMorph.tsx";
import type { CompositeFace, FacePair, PhotoFace } from "./morphFace.ts";

const YOU: PhotoFace = { kind: "photo", face: faceLike(0), who: "you" };
const STAR: CompositeFace = {
  kind: "composite",
  portraitUrl: "data:image/webp;base64,AAAA",
  shape: [],
  name: "Ada Lovelace",
  photoCount: 21,
};

// jsdom draws nothing and decodes nothing.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.stubGlobal("createImageBitmap", () => new Promise(() => undefined));
  vi.stubGlobal("ImageData", vi.fn());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("puts both faces side by side, each with its name and its caption", () => {
  show({ first: YOU, second: STAR });
  const pair = screen.getByRole("group", { name: "you and Ada Lovelace" });
  expect(within(pair).getByRole("img", { name: "Your face" })).toBeTruthy();
  expect(within(pair).getByRole("img", { name: "Portrait of Ada Lovelace" })).toBeTruthy();
  expect(within(pair).getByText("composite of 21 photos")).toBeTruthy();
});

it.each([
  [0, "only you"],
  [30, "mostly you: 70%"],
  [50, "half you, half Ada Lovelace"],
  [81, "mostly Ada Lovelace: 81%"],
  [100, "only Ada Lovelace"],
])("says in words what %d on the slider means", (value, words) => {
  show({ first: YOU, second: STAR });
  const slider = screen.getByRole<HTMLInputElement>("slider");
  expect(slider.getAttribute("aria-valuetext")).toBe("half you, half Ada Lovelace");
  moveTo(slider, value);
  expect(slider.getAttribute("aria-valuetext")).toBe(words);
});

it("leaves the view side by side once the slider moves, and comes back", () => {
  show({ first: YOU, second: STAR });
  const sideBySide = screen.getByRole("button", { name: "Side by side" });
  expect(sideBySide.getAttribute("aria-pressed")).toBe("true");
  moveTo(screen.getByRole("slider"), 40);
  expect(sideBySide.getAttribute("aria-pressed")).toBe("false");
  fireEvent.click(sideBySide);
  expect(sideBySide.getAttribute("aria-pressed")).toBe("true");
});

it("plays and pauses", () => {
  show({ first: YOU, second: STAR });
  fireEvent.click(screen.getByRole("button", { name: "Play the morph" }));
  fireEvent.click(screen.getByRole("button", { name: "Pause the morph" }));
  expect(screen.getByRole("button", { name: "Play the morph" })).toBeTruthy();
});

it("never plays by itself", () => {
  show({ first: YOU, second: STAR });
  expect(screen.queryByRole("button", { name: "Pause the morph" })).toBeNull();
});

it("shows the initial and offers no morph where there is no portrait", () => {
  show({ first: YOU, second: { ...STAR, portraitUrl: undefined } });
  expect(screen.getByRole("img", { name: "Portrait of Ada Lovelace" }).textContent).toBe("A");
  expect(screen.queryByRole("slider")).toBeNull();
});

it("takes two photographed people, in Russian", () => {
  const second: PhotoFace = { kind: "photo", face: faceLike(1), who: "second" };
  show({ first: { ...YOU, who: "first" }, second }, "ru");
  expect(screen.getByRole("img", { name: "Первое лицо" })).toBeTruthy();
  expect(screen.getByRole("img", { name: "Второе лицо" })).toBeTruthy();
  expect(screen.getByRole("slider", { name: /первое лицо и второе лицо/ })).toBeTruthy();
});

it("starts side by side again when another star takes the place", () => {
  const i18n = createI18n("en", { en, ru });
  const withPair = (second: CompositeFace) => (
    <I18nextProvider i18n={i18n}>
      <FaceMorph pair={{ first: YOU, second }} />
    </I18nextProvider>
  );
  const pressed = () =>
    screen.getByRole("button", { name: "Side by side" }).getAttribute("aria-pressed");
  const { rerender } = render(withPair(STAR));
  moveTo(screen.getByRole("slider"), 40);
  rerender(withPair({ ...STAR }));
  expect(pressed()).toBe("false");
  rerender(withPair({ ...STAR, name: "Emmy Noether" }));
  expect(pressed()).toBe("true");
});

function show(pair: FacePair, language: Language = "en") {
  return renderInLanguage(<FaceMorph pair={pair} />, language);
}

function moveTo(slider: HTMLElement, value: number): void {
  fireEvent.input(slider, { target: { value: String(value) } });
}
