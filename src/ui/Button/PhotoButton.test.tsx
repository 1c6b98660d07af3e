// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { PhotoButton } from "./PhotoButton.tsx";

afterEach(cleanup);

it("gives all chosen files, also where the browser empties its list with the input", () => {
  const { onPhotos, input } = show();
  const files = [new File(["a"], "a.jpg"), new File(["b"], "b.heic")];
  const list = [...files];
  Object.defineProperty(input, "files", { configurable: true, get: () => list });
  Object.defineProperty(input, "value", {
    configurable: true,
    get: () => "",
    set: () => list.splice(0),
  });
  fireEvent.change(input);
  expect(onPhotos).toHaveBeenCalledExactlyOnceWith(files);
});

it("says nothing where the dialog was cancelled", () => {
  const { onPhotos, input } = show();
  fireEvent.change(input, { target: { files: [] } });
  expect(onPhotos).not.toHaveBeenCalled();
});

it("takes several files, HEIC by name too", () => {
  const { input } = show();
  expect(input.multiple).toBe(true);
  expect(input.accept).toContain(".heic");
});

function show() {
  const onPhotos = vi.fn();
  renderInLanguage(<PhotoButton kind="primary" label="Choose" onPhotos={onPhotos} />);
  return { onPhotos, input: screen.getByLabelText<HTMLInputElement>("Choose") };
}
