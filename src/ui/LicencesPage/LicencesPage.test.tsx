// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { fail, ok } from "../../shared/result.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { LicencesPage } from "./LicencesPage.tsx";

afterEach(cleanup);

it("lists what ships, with the words of each licence where there are some", async () => {
  const source = "https://example.org/a";
  const parts = [
    { name: "a", version: "1.2.3", licence: "MIT", source, text: "Permission is hereby granted" },
    { name: "weights", licence: "CC0-1.0", source },
  ];
  renderInLanguage(<LicencesPage load={() => Promise.resolve(ok(parts))} />);
  const items = await screen.findAllByRole("listitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "a 1.2.3MITPermission is hereby granted",
    "weights CC0-1.0",
  ]);
  expect(screen.getByRole("link", { name: "a" }).getAttribute("href")).toBe(source);
  expect(screen.getByText(/assets\/libheif/)).toBeTruthy();
});

it("says in the page's language that the list could not be had", async () => {
  const load = () => Promise.resolve(fail({ kind: "licencesUnavailable" }));
  renderInLanguage(<LicencesPage load={load} />, "ru");
  expect((await screen.findByRole("alert")).textContent).toBe("Список сейчас не загрузить.");
  expect(screen.queryByRole("list")).toBeNull();
});
