// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import { createStore } from "../../app/createStore.ts";
import { galleryOf } from "../../app/fixtures.ts";
import { INITIAL_HISTORY, type HistoryState } from "../../app/history/history.ts";
import { DEFAULT_SETTINGS } from "../../app/settings.ts";
import type { Language } from "../../i18n/language.ts";
import type { HistoryEntry } from "../../storage/historyEntry.ts";
import { historyEntry } from "../../storage/historyFixtures.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { useStore } from "../useStore.ts";
import { HistoryPage } from "./HistoryPage.tsx";

// jsdom has none, and React Aria asks it when a dialog opens.
beforeAll(() => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});
afterEach(cleanup);

const ADA = historyEntry(1, "Ada Lovelace");
const GRACE = historyEntry(2, "Grace Hopper");

it("explains what it would keep while it is off, and can be switched on there", () => {
  const { onSettings, history } = show({ entries: [], isKept: false });
  expect(history.refresh).toHaveBeenCalledOnce();
  expect(screen.getByRole("heading", { name: "Nothing is kept" })).toBeTruthy();
  fireEvent.click(screen.getByRole("switch", { name: "Keep my results" }));
  expect(onSettings).toHaveBeenCalledWith({ keepHistory: true });
});

it("leads to the start while there is nothing", () => {
  show({ entries: [] });
  expect(screen.getByRole("link", { name: "Find my star" }).getAttribute("href")).toBe("#/");
  expect(screen.queryByRole("searchbox")).toBeNull();
});

it("still shows what was kept before it was switched off", () => {
  show({ entries: [ADA], isKept: false });
  expect(screen.getByText(/New results are not kept/)).toBeTruthy();
  expect(rows()).toHaveLength(1);
});

it("says of each result who, when and how alike", () => {
  show({ entries: [GRACE, ADA] });
  expect(rows().map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^G?Grace HopperJan 1, 2026.*likeness 97.4%$/),
    expect.stringMatching(/^A?Ada LovelaceJan 1, 2026.*likeness 97.4%$/),
  ]);
});

it("finds by name, and says so when there is nobody", () => {
  show({ entries: [GRACE, ADA] });
  const search = screen.getByRole("searchbox", { name: "Search by name" });
  fireEvent.change(search, { target: { value: "grace" } });
  expect(rows()).toHaveLength(1);
  expect(screen.getByRole("status").textContent).toBe("1 result");
  fireEvent.change(search, { target: { value: "nobody" } });
  expect(rows()).toHaveLength(0);
  expect(screen.getByRole("status").textContent).toBe("Nobody of that name in your history.");
});

it("opens a result with its numbers, its group and the next names", () => {
  show({ entries: [{ ...ADA, filter: "women", comparedCount: 24 }] });
  const [row] = rows();
  expect(row!.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(row!);
  expect(row!.getAttribute("aria-expanded")).toBe("true");
  const item = row!.closest("li")!;
  expect(item.textContent).toContain("Ada Lovelace is the star you are most like, of 24 women");
  expect(item.textContent).toContain("If it must be one of these 24: 34%.");
  expect(within(item).getByText("Alan Turing")).toBeTruthy();
});

it("keeps “nobody, really” as what it was", () => {
  show({ entries: [{ ...ADA, resemblesSomebody: false }] });
  expect(rows()[0]!.textContent).toContain("Nobody, really");
});

it("removes a row and offers to bring it back", () => {
  const { history } = show({ entries: [ADA], removed: GRACE });
  // What was removed on an earlier visit is not offered.
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Delete: Ada Lovelace/ }));
  expect(history.remove).toHaveBeenCalledWith(ADA);

  cleanup();
  const view = show({ entries: [GRACE, ADA] });
  fireEvent.click(screen.getByRole("button", { name: /^Delete: Ada Lovelace/ }));
  view.update({ entries: [GRACE], removed: ADA });
  const undo = screen.getByRole("button", { name: "Undo" });
  expect(document.activeElement).toBe(undo);
  fireEvent.click(undo);
  expect(view.history.undoRemove).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByRole("list", { name: "Kept results" }));
});

it("asks before it deletes all of it", () => {
  const { history } = show({ entries: [GRACE, ADA] });
  fireEvent.click(screen.getByRole("button", { name: "Delete the history" }));
  expect(screen.getByRole("alertdialog").textContent).toContain("2 results are deleted");
  fireEvent.click(screen.getByRole("button", { name: "Delete it" }));
  expect(history.clear).toHaveBeenCalledOnce();
});

it.each(["storageFull", "storageBlocked", "unexpected"] as const)(
  "says kindly that the browser refuses: %s",
  (kind) => {
    show({ problem: { kind } });
    const problem = screen.getByTestId("problem");
    expect(problem.dataset["kind"]).toBe(kind);
    expect(problem.textContent).toContain("Your answers work as before.");
  },
);

it("counts what it could not read", () => {
  show({ entries: [ADA], damagedCount: 2 });
  expect(screen.getByText("2 results could not be read and are left out.")).toBeTruthy();
});

it("speaks Russian, with the name in Cyrillic", () => {
  const [best, ...next] = ADA.matches;
  const entry = { ...ADA, matches: [{ ...best, names: { ru: "Ада Лавлейс" } }, ...next] as const };
  show({ entries: [entry], language: "ru" });
  expect(rows()[0]!.textContent).toMatch(/Ада Лавлейс1 янв\. 2026 г\..*сходство 97,4\s%/);
});

interface Shown {
  entries?: readonly HistoryEntry[];
  damagedCount?: number;
  removed?: HistoryEntry;
  problem?: NonNullable<HistoryState["problem"]>;
  isKept?: boolean;
  language?: Language;
}

function show({ isKept = true, language = "en", ...first }: Shown) {
  const onSettings = vi.fn();
  const history = { refresh: vi.fn(), remove: vi.fn(), undoRemove: vi.fn(), clear: vi.fn() };
  const shown = createStore<Shown, Shown>((_, next) => next, first);
  function Page() {
    return (
      <HistoryPage
        settings={{ ...DEFAULT_SETTINGS, keepHistory: isKept }}
        onSettings={onSettings}
        historyState={stateOf(useStore(shown))}
        history={history}
        loaded={galleryOf(["Ada Lovelace", "Alan Turing"])}
      />
    );
  }
  renderInLanguage(<Page />, language);
  const update = (next: Shown) => {
    act(() => {
      shown.send(next);
    });
  };
  return { onSettings, history, update };
}

function stateOf({ entries, damagedCount = 0, removed, problem }: Shown): HistoryState {
  return { ...INITIAL_HISTORY, rows: entries && { entries, damagedCount }, removed, problem };
}

function rows(): HTMLElement[] {
  return screen
    .queryAllByRole("button")
    .filter((button) => button.getAttribute("aria-expanded") !== null);
}
