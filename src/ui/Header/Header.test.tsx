// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { Header } from "./Header.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

it("leads to every page, and marks the one that is shown", () => {
  show("history");
  // jsdom hides what a popover holds.
  const links = screen.getAllByRole("link", { hidden: true });
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    "#/people",
    "#/how",
    "#/history",
    "#/settings",
  ]);
  const current = links.filter((link) => link.getAttribute("aria-current") === "page");
  expect(current.map(({ textContent }) => textContent)).toEqual(["History"]);
});

it("marks no page beside the answer's way", () => {
  show("match");
  const links = screen.getAllByRole("link", { hidden: true });
  expect(links.filter((link) => link.hasAttribute("aria-current"))).toEqual([]);
});

it("opens its menu by a button that names it", () => {
  show("match");
  const menu = screen.getByRole("button", { name: "Menu" });
  const list = screen.getByRole("navigation", { name: "Pages", hidden: true });
  expect(menu.getAttribute("popovertarget")).toBe(list.id);
});

it("goes to the start by the wordmark", () => {
  const { onHome } = show("people");
  fireEvent.click(screen.getByRole("button", { name: "Starlike, to the start" }));
  expect(onHome).toHaveBeenCalledOnce();
});

it("switches the language, and remembers it", async () => {
  show("match");
  fireEvent.click(screen.getByRole("button", { name: "Русский" }));
  expect(await screen.findByRole("button", { name: "Меню" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Русский" }).getAttribute("aria-pressed")).toBe("true");
  expect(localStorage.getItem("starlike.language")).toBe("ru");
});

function show(page: Parameters<typeof Header>[0]["page"]) {
  const onHome = vi.fn();
  renderInLanguage(<Header page={page} onHome={onHome} />);
  return { onHome };
}
