// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike, readingOf } from "../../app/fixtures.ts";
import type { Reading } from "../../app/capture/reading.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { SecondScreen } from "./SecondScreen.tsx";

// jsdom draws nothing.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("shows the first face while it asks for the second", () => {
  show(readingOf(faceLike(1)));
  expect(screen.getByRole("heading", { level: 1, name: "And now the other one" })).toBeTruthy();
  expect(screen.getByRole("img", { name: "The first face" })).toBeTruthy();
});

it("asks for the first where nobody has been read", () => {
  show(undefined);
  expect(screen.getByRole("heading", { level: 1, name: /How alike/ })).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
});

it("takes photos, opens the camera and goes back", () => {
  const { onPhotos, onTakePhoto, onCancel } = show(undefined);
  const files = [new File(["x"], "a.jpg"), new File(["y"], "b.jpg")];
  fireEvent.change(screen.getByLabelText("Choose photos"), { target: { files } });
  expect(onPhotos).toHaveBeenCalledWith(files);
  fireEvent.click(screen.getByRole("button", { name: "Take a photo" }));
  expect(onTakePhoto).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Back" }));
  expect(onCancel).toHaveBeenCalledOnce();
});

function show(first: Reading | undefined) {
  const props = { onPhotos: vi.fn(), onTakePhoto: vi.fn(), onCancel: vi.fn() };
  renderInLanguage(<SecondScreen first={first} {...props} />);
  return props;
}
