// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";

import { galleryOf } from "../../app/fixtures.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { PersonId, Source, SourceId } from "../../gallery/gallery.ts";
import { createI18n } from "../../i18n/createI18n.ts";
import { en } from "../../i18n/en.ts";
import { ru } from "../../i18n/ru.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";

const NAMES = ["Penélope Cruz", "Ada Lovelace", "Yuri Nikulin", "Alan Turing", "Grace Hopper"];

afterEach(cleanup);

it("shows everybody by name, each with a page of their own", () => {
  show();
  expect(namesShown()).toEqual([
    "Ada Lovelace",
    "Alan Turing",
    "Grace Hopper",
    "Penélope Cruz",
    "Yuri Nikulin",
  ]);
  expect(screen.getByRole("status").textContent).toBe("5 people");
  expect(screen.getByRole("link", { name: "Alan Turing" }).getAttribute("href")).toBe(
    "#/people/alan-turing",
  );
});

it.each([
  ["penelope", ["Penélope Cruz"]],
  ["никулин", ["Yuri Nikulin"]],
  ["  ", ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Penélope Cruz", "Yuri Nikulin"]],
  ["zzz", []],
])("finds “%s”", (query, names) => {
  show();
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: query } });
  expect(namesShown()).toEqual(names);
  expect(screen.getByRole("status").textContent).toBe(
    names.length === 1 ? "1 person" : `${names.length} people`,
  );
});

it("offers the groups with enough people, and shows one of them", () => {
  // Fixtures are women and men in turn: of ten, five each.
  show(loadedOf(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]));
  expect(screen.getAllByRole("radio").map((radio) => radio.closest("label")!.textContent)).toEqual([
    "Everyone",
    "Women",
    "Men",
    "Screen",
  ]);
  fireEvent.click(screen.getByRole("radio", { name: "Men" }));
  expect(namesShown()).toEqual(["B", "D", "F", "H", "J"]);
});

it("keeps the search while one of them is looked at", () => {
  const loaded = loadedOf(NAMES);
  const { rerender } = show(loaded);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "turing" } });
  rerender(page(loaded, "alan-turing"));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Alan Turing");
  rerender(page(loaded, undefined));
  expect(namesShown()).toEqual(["Alan Turing"]);
});

it("says of one person what is known: both names, photos, sources, who is alike", () => {
  show(loadedOf(NAMES), "yuri-nikulin", "ru");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Юрий Никулин");
  expect(screen.getByText("Yuri Nikulin").lang).toBe("en");
  expect(screen.getByText("Это лицо изучено по 14 фотографиям.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Archive" }).getAttribute("href")).toBe(
    "https://example.org/",
  );
  const alike = screen.getByRole("heading", { name: "Больше всех похожи" }).closest("section")!;
  expect(within(alike).getAllByRole("link")).toHaveLength(4);
});

it("says so where nobody has that address", () => {
  show(loadedOf(NAMES), "nobody-at-all");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Nobody here");
  expect(screen.getByRole("link").getAttribute("href")).toBe("#/people");
});

it("has its heading before the gallery is there", () => {
  renderInLanguage(<PeoplePage loaded={undefined} personId={undefined} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("The famous faces");
  expect(screen.queryAllByRole("listitem")).toEqual([]);
});

function show(loaded = loadedOf(NAMES), personId?: string, language: Language = "en") {
  return renderInLanguage(<PeoplePage loaded={loaded} personId={personId} />, language);
}

function page(loaded: LoadedGallery, personId: string | undefined) {
  return (
    <I18nextProvider i18n={createI18n("en", { en, ru })}>
      <PeoplePage loaded={loaded} personId={personId} />
    </I18nextProvider>
  );
}

function namesShown(): readonly string[] {
  const people = document.querySelectorAll('a[href^="#/people/"]');
  return [...people].map(({ textContent }) => textContent);
}

/** Without portraits, whose place an initial would take in the text. */
function loadedOf(names: readonly string[]): LoadedGallery {
  const { gallery } = galleryOf(names);
  const source: Source = {
    id: "archive" as SourceId,
    name: "Archive",
    url: "https://example.org/",
    licence: "none stated",
    note: "",
  };
  const people = gallery.people.map((person) => ({
    ...person,
    sources: [source.id],
    names: person.name === "Yuri Nikulin" ? { ru: "Юрий Никулин" } : {},
  }));
  const portraits = new Map(people.map(({ id }) => [id, "data:,"] as [PersonId, string]));
  return { gallery: { ...gallery, people, sources: [source] }, portraits };
}
