// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import type { DeletionState, KeptData } from "../../app/deleteEverything.ts";
import { galleryOf } from "../../app/fixtures.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../app/settings.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { SettingsPage } from "./SettingsPage.tsx";

// jsdom has none, and React Aria asks it when a dialog opens.
beforeAll(() => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const KEPT: KeptData = {
  history: { count: 1215, bytes: 3_000 },
  entryCount: 2,
  appFiles: { count: 60, bytes: 2_100_000 },
  dataFiles: { count: 155, bytes: 12_000_000 },
  usageBytes: 14_240_000,
  isPersistent: false,
};
const NONE = { count: 0, bytes: 0 };
const NOTHING: KeptData = {
  history: NONE,
  entryCount: 0,
  appFiles: NONE,
  dataFiles: NONE,
  usageBytes: 0,
  isPersistent: false,
};

it.each([
  ["Take the photo by itself", { autoShot: false }],
  ["Leave my face out", { shareWithMe: false }],
  ["Keep my results", { keepHistory: true }],
])("switches %s", (name, change) => {
  const { onSettings } = show();
  fireEvent.click(screen.getByRole("switch", { name }));
  expect(onSettings).toHaveBeenCalledWith(change);
});

it("keeps faces only where results are kept", () => {
  show();
  const face = () => screen.getByRole<HTMLInputElement>("switch", { name: "With my face" });
  expect(face().disabled).toBe(true);
  cleanup();
  const { onSettings } = show({ settings: { keepHistory: true } });
  expect(face().disabled).toBe(false);
  fireEvent.click(face());
  expect(onSettings).toHaveBeenCalledWith({ keepPhotos: true });
});

it("says what each switch does to those who cannot see it", () => {
  show();
  const described = screen.getByRole("switch", { name: "Keep my results" });
  const note = document.getElementById(described.getAttribute("aria-describedby")!);
  expect(note!.textContent).toContain("Only on this device");
});

it("offers the themes with the present one chosen", () => {
  const { onSettings } = show({ settings: { theme: "dark" } });
  const themes = screen.getByRole("radiogroup", { name: "Colours" });
  expect(within(themes).getByRole<HTMLInputElement>("radio", { name: "Dark" }).checked).toBe(true);
  fireEvent.click(within(themes).getByRole("radio", { name: "Light" }));
  expect(onSettings).toHaveBeenCalledWith({ theme: "light" });
});

it("changes the language and remembers it", async () => {
  show();
  fireEvent.click(screen.getByRole("radio", { name: "Русский" }));
  await screen.findByRole("heading", { level: 1, name: "Настройки" });
  expect(localStorage.getItem("starlike.language")).toBe("ru");
});

it("says which version this is, and from which day the gallery", () => {
  show();
  expect(screen.getByText("0.1.0 (build 0a1b2c3d)")).toBeTruthy();
  expect(screen.getByText("2 people, November 28, 2026")).toBeTruthy();
});

it("counts what is kept", () => {
  const { deletion } = show();
  expect(deletion.open).toHaveBeenCalledOnce();
  expect(amounts()).toEqual([["1,215"], ["2"], ["2.1 MB"], ["12.0 MB"], ["14.2 MB"]]);
  expect(screen.getByText(/^Your browser may clear it away/)).toBeTruthy();
});

it("says how big the pictures in the history are, and that the browser keeps all of it", () => {
  const kept = { ...KEPT, history: { count: 3, bytes: 640_000 }, isPersistent: true };
  show({ state: { phase: "counted", kept } });
  expect(amounts()[0]).toEqual(["3, 0.6 MB"]);
  expect(screen.getByText(/^Your browser has promised/)).toBeTruthy();
});

it("does not guess what the browser does not tell", () => {
  show({ state: { phase: "counted", kept: { ...KEPT, usageBytes: undefined } } });
  expect(amounts().at(-1)).toEqual(["unknown"]);
});

it("asks before it deletes everything, and no means no", () => {
  const { deletion } = show();
  fireEvent.click(screen.getByRole("button", { name: "Delete everything" }));
  const dialog = screen.getByRole("alertdialog", { name: "Delete everything?" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Keep it" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(deletion.deleteEverything).not.toHaveBeenCalled();

  fireEvent.click(screen.getByRole("button", { name: "Delete everything" }));
  fireEvent.click(screen.getByRole("button", { name: "Delete it all" }));
  expect(deletion.deleteEverything).toHaveBeenCalledOnce();
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("shows that it is empty, beside what there was, and takes the focus there", () => {
  show({ state: { phase: "deleted", before: KEPT, after: NOTHING } });
  const outcome = screen.getByRole("status");
  expect(outcome.textContent).toContain("Everything is deleted.");
  expect(document.activeElement).toBe(outcome);
  expect(amounts()).toEqual([
    ["1,215", "0"],
    ["2", "0"],
    ["2.1 MB", "0.0 MB"],
    ["12.0 MB", "0.0 MB"],
    ["14.2 MB", "0.0 MB"],
  ]);
  expect(screen.queryByRole("button", { name: "Delete everything" })).toBeNull();
});

it("admits what could not be deleted, and lets it be tried again", () => {
  show({ state: { phase: "deleted", before: KEPT, after: { ...NOTHING, entryCount: 1 } } });
  expect(screen.getByRole("status").textContent).toContain("Not everything could be deleted.");
  expect(screen.getByRole("button", { name: "Delete everything" })).toBeTruthy();
});

it("shows a deletion that failed as a problem", () => {
  show({ state: { phase: "failed" } });
  expect(screen.getByTestId("problem").dataset["kind"]).toBe("unexpected");
});

it("counts in Russian", () => {
  show({ language: "ru" });
  expect(amounts()).toEqual([["1 215"], ["2"], ["2,1 МБ"], ["12,0 МБ"], ["14,2 МБ"]]);
  expect(screen.getByText("2 человека, 28 ноября 2026 г.")).toBeTruthy();
});

interface Shown {
  settings?: Partial<Settings>;
  state?: DeletionState;
  language?: Language;
}

function show({ settings, state, language = "en" }: Shown = {}) {
  const onSettings = vi.fn();
  const deletion = { open: vi.fn(), recount: vi.fn(), deleteEverything: vi.fn() };
  renderInLanguage(
    <SettingsPage
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      onSettings={onSettings}
      deletionState={state ?? { phase: "counted", kept: KEPT }}
      deletion={deletion}
      gallery={{ ...galleryOf(["Ada Lovelace", "Alan Turing"]).gallery, date: "2026-11-28" }}
      release={{ version: "0.1.0", build: "0a1b2c3d" }}
    />,
    language,
  );
  return { onSettings, deletion };
}

/** The table's cells, row by row. */
function amounts(): string[][] {
  const [, ...rows] = screen.getAllByRole("row");
  return rows.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent.replace(/\s/g, " ")),
  );
}
