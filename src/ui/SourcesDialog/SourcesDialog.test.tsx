// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import type { Gallery, Person, Source } from "../../gallery/gallery.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { SourcesDialog } from "./SourcesDialog.tsx";

// jsdom knows the element, not how to open it.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
});
afterEach(cleanup);

it("says of each source how many people it gave, its licence and what is known of it", async () => {
  const dialog = await opened(gallery(), "en");
  const items = within(dialog).getAllByRole("listitem");
  expect(items).toHaveLength(2);
  expect(items[0]!.textContent).toContain("2 people.");
  expect(items[0]!.textContent).toContain("Licence: none stated.");
  expect(items[0]!.textContent).toContain("Found on the web.");
  expect(within(items[0]!).getByRole("link").getAttribute("href")).toBe("https://example.org/a");
  expect(within(items[1]!).queryByRole("link")).toBeNull();
  expect(dialog.textContent).toContain("3 people");
  expect(dialog.textContent).toContain("33 photos");
});

it("shows the Russian note where there is one, and marks the language of the other", async () => {
  const dialog = await opened(gallery(), "ru");
  expect(dialog.textContent).toContain("Найдены в сети.");
  expect(dialog.textContent).toContain("2 человека");
  expect(within(dialog).getByText("Our own.").lang).toBe("en");
});

it("defines the numbers with what this gallery was measured on", async () => {
  const dialog = await opened(gallery(), "en");
  expect(dialog.textContent).toContain("127,022 measured distances");
  expect(dialog.textContent).toContain("no more than 75% of strangers");
});

it("opens a source beside the page, whose answer would be lost otherwise", async () => {
  const [link] = within(await opened(gallery(), "en")).getAllByRole("link");
  expect(link!.getAttribute("target")).toBe("_blank");
});

it("tells of the networks before the gallery is there", async () => {
  const dialog = await opened(undefined, "en");
  expect(dialog.textContent).toContain("dlib");
  expect(within(dialog).queryByRole("list")).toBeNull();
});

async function opened(shown: Gallery | undefined, language: Language): Promise<HTMLElement> {
  renderInLanguage(<SourcesDialog gallery={shown} />, language);
  // Its text is fetched when it is first opened.
  await act(async () => {
    fireEvent.click(screen.getByRole("button"));
    await import("./SourcesText.tsx");
  });
  return screen.getByRole("dialog");
}

function gallery(): Gallery {
  const person = (photoCount: number, source: string) =>
    ({ photoCount, sources: [source] }) as unknown as Person;
  const sources = [
    {
      id: "a",
      name: "A",
      url: "https://example.org/a",
      licence: "none stated",
      note: "Found on the web.",
      ru: { licence: "не указана", note: "Найдены в сети." },
    },
    { id: "b", name: "B", url: "", licence: "CC0", note: "Our own." },
  ] as unknown as readonly Source[];
  const calibration = { impostor: { count: 127_022 }, acceptedStrangers: 0.75 };
  return {
    calibration,
    people: [person(10, "a"), person(11, "a"), person(12, "b")],
    sources,
  } as unknown as Gallery;
}
