// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import { galleryOf } from "../../app/fixtures.ts";
import { INITIAL_PREPARATION, type Preparation } from "../../app/session/preparationState.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { HomeScreen } from "./HomeScreen.tsx";

const LOADING: Preparation = {
  engine: { phase: "loading", loadedBytes: 4_600_000, totalBytes: 12_400_000 },
  gallery: { phase: "ready", loaded: galleryOf(["Ada Lovelace", "Alan Turing"]) },
};

// jsdom has no media queries; the opening of the wall has tests of its own.
beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
});
afterEach(cleanup);

it.each([
  ["before anything is loaded", INITIAL_PREPARATION],
  ["while it loads", LOADING],
])("takes a photo %s", (_, preparation) => {
  const { onPhotos, onTakePhoto } = show(preparation);
  const file = new File(["x"], "a.jpg", { type: "image/jpeg" });
  fireEvent.change(screen.getByLabelText("Choose a photo"), { target: { files: [file] } });
  expect(onPhotos).toHaveBeenCalledWith([file]);
  fireEvent.click(screen.getByRole("button", { name: "Take a photo" }));
  expect(onTakePhoto).toHaveBeenCalledOnce();
});

it("has one place for a file, whatever is loaded", () => {
  show(LOADING);
  expect(document.querySelectorAll('input[type="file"]')).toHaveLength(1);
});

it("offers to compare two people", () => {
  const { onPair } = show(LOADING);
  fireEvent.click(screen.getByRole("button", { name: "Compare two people" }));
  expect(onPair).toHaveBeenCalledOnce();
});

it("counts the bytes, and the people it leads to", () => {
  show(LOADING);
  expect(screen.getByText("Loading the face reader, 4.6 of 12.4 MB")).toBeTruthy();
  expect(screen.getByRole<HTMLProgressElement>("progressbar").value).toBe(4_600_000);
  const people = screen.getByRole("link", { name: "2\u00a0famous faces" });
  expect(people.getAttribute("href")).toBe("#/people");
});

it("offers to load again what failed", () => {
  const { onPrepare } = show({ ...LOADING, engine: { phase: "failed" } });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onPrepare).toHaveBeenCalledOnce();
});

it("says on a metered connection what a photo would load, and waits", () => {
  const { onPrepare } = show({ ...LOADING, engine: { phase: "offered", bytes: 12_600_000 } });
  expect(screen.getByText(/^You save data.* loads it, 12\.6 MB, once\.$/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Load it now" }));
  expect(onPrepare).toHaveBeenCalledOnce();
});

it("puts the focus on the file dialog for those who came for it", () => {
  show(LOADING, true);
  expect(document.activeElement).toBe(screen.getByLabelText("Choose a photo"));
});

function show(preparation: Preparation, choosesPhoto = false) {
  const props = {
    onPhotos: vi.fn(),
    onTakePhoto: vi.fn(),
    onPair: vi.fn(),
    onPrepare: vi.fn(),
  };
  renderInLanguage(<HomeScreen preparation={preparation} choosesPhoto={choosesPhoto} {...props} />);
  return props;
}
