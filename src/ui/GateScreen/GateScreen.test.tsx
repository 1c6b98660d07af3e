// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike, readingOf } from "../../app/fixtures.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { GateScreen } from "./GateScreen.tsx";

// jsdom draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it.each([
  ["tooSmall", "en", "The face is very small"],
  ["profile", "en", "The face looks to the side"],
  ["blurred", "en", "The face is blurred"],
  ["profile", "ru", "Лицо повёрнуто в сторону"],
] as const)("says of %s in %s what is wrong, beside the face", (verdict, language, what) => {
  show(verdict, language);
  expect(screen.getByRole("heading", { level: 1, name: what })).toBeTruthy();
  expect(screen.getByRole("img")).toBeTruthy();
});

it("offers every way on", () => {
  const { onUseAnyway, onPhotos, onTakePhoto } = show("blurred");
  fireEvent.click(screen.getByRole("button", { name: "Use it anyway" }));
  expect(onUseAnyway).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Take a photo" }));
  expect(onTakePhoto).toHaveBeenCalledOnce();
  const file = new File(["x"], "a.jpg");
  fireEvent.change(screen.getByLabelText("Choose another photo"), { target: { files: [file] } });
  expect(onPhotos).toHaveBeenCalledWith([file]);
});

function show(verdict: QualityVerdict, language: Language = "en") {
  const props = { onUseAnyway: vi.fn(), onPhotos: vi.fn(), onTakePhoto: vi.fn() };
  renderInLanguage(<GateScreen reading={readingOf(faceLike(1, verdict))} {...props} />, language);
  return props;
}
