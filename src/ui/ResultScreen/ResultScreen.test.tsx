// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike, galleryOf } from "../../app/fixtures.ts";
import { rankFace } from "../../app/rankFace.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { ResultScreen } from "./ResultScreen.tsx";

const NAMES = ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Kurt Gödel", "Emmy Noether", "Pál"];

// jsdom draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("shows five matches, best first, each with its similarity", () => {
  show();
  const matches = screen.getAllByTestId("match");
  expect(matches).toHaveLength(5);
  expect(matches[0]!.dataset["id"]).toBe("alan-turing");
  for (const match of matches)
    expect(within(match).getByTestId("match-score").textContent).toMatch(/^\d+\.\d%$/);
});

it("names the person and never claims a likeness of 100 %", () => {
  show();
  expect(screen.getByRole("heading", { level: 1, name: "Alan Turing" })).toBeTruthy();
  expect(screen.getAllByTestId("match-score")[0]!.textContent).toBe("99.9%");
  expect(screen.getByText("is the star you are most like, of 6")).toBeTruthy();
});

it("puts both faces side by side, each with its name", () => {
  show();
  const pair = screen.getByRole("group", { name: "You and Alan Turing" });
  expect(within(pair).getByRole("img", { name: "Your face" })).toBeTruthy();
  expect(within(pair).getByRole("img", { name: "Portrait of Alan Turing" })).toBeTruthy();
  expect(within(pair).getByText("composite portrait")).toBeTruthy();
});

it("says kindly when nobody is near, and still names the nearest", () => {
  show({ axis: 100 });
  expect(screen.getByRole("heading", { level: 1, name: "Nobody, really" })).toBeTruthy();
  expect(screen.getByText(/Nearest, though not near: Ada Lovelace/)).toBeTruthy();
  expect(screen.getAllByTestId("match")).toHaveLength(5);
});

it("answers a poor photo too, but says so", () => {
  show({ verdict: "tooDark" });
  expect(screen.getByText(/The face is dark/)).toBeTruthy();
  expect(screen.getAllByTestId("match")).toHaveLength(5);
});

it("speaks Russian", () => {
  show({ language: "ru" });
  expect(screen.getByText("самое похожее на вас лицо из 6")).toBeTruthy();
  expect(screen.getByText("собирательный портрет")).toBeTruthy();
});

function show({
  axis = 1,
  verdict = "usable",
  language = "en",
}: { axis?: number; verdict?: QualityVerdict; language?: Language } = {}) {
  const result = rankFace(galleryOf(NAMES), faceLike(axis, verdict));
  renderInLanguage(
    <ResultScreen result={result} onPhoto={vi.fn()} onStartOver={vi.fn()} />,
    language,
  );
}
