// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { galleryOf } from "../../app/fixtures.ts";
import { INITIAL_PREPARATION, type Preparation } from "../../app/preparationState.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { HomeScreen } from "./HomeScreen.tsx";

const LOADING: Preparation = {
  engine: { phase: "loading", loadedBytes: 4_600_000, totalBytes: 12_400_000 },
  gallery: { phase: "ready", loaded: galleryOf(["Ada Lovelace", "Alan Turing"]) },
};

afterEach(cleanup);

it.each([
  ["before anything is loaded", INITIAL_PREPARATION],
  ["while it loads", LOADING],
])("takes a photo %s", (_, preparation) => {
  const { onPhoto, onTakePhoto } = show(preparation);
  const file = new File(["x"], "a.jpg", { type: "image/jpeg" });
  fireEvent.change(screen.getByLabelText("Choose a photo"), { target: { files: [file] } });
  expect(onPhoto).toHaveBeenCalledWith(file);
  fireEvent.click(screen.getByRole("button", { name: "Take a photo" }));
  expect(onTakePhoto).toHaveBeenCalledOnce();
});

it("counts the bytes and the people", () => {
  show(LOADING);
  expect(screen.getByText("Loading the face reader, 4.6 of 12.4 MB")).toBeTruthy();
  expect(screen.getByRole<HTMLProgressElement>("progressbar").value).toBe(4_600_000);
  expect(screen.getByText(/compares it with 2 famous faces/)).toBeTruthy();
});

it("offers to load again what failed", () => {
  const { onRetryPreparation } = show({ ...LOADING, engine: { phase: "failed" } });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetryPreparation).toHaveBeenCalledOnce();
});

function show(preparation: Preparation) {
  const props = { onPhoto: vi.fn(), onTakePhoto: vi.fn(), onRetryPreparation: vi.fn() };
  renderInLanguage(<HomeScreen preparation={preparation} {...props} />);
  return props;
}
