// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
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

it("gives what was chosen in the drawn page, before its script was there", async () => {
  const onPhotos = vi.fn();
  const button = <PhotoButton kind="primary" label="Choose" onPhotos={onPhotos} />;
  const drawn = document.createElement("div");
  drawn.innerHTML = renderToString(button);
  const file = new File(["a"], "a.jpg");
  Object.defineProperty(drawn.querySelector("input"), "files", { value: [file] });
  await act(() => hydrateRoot(drawn, button));
  expect(onPhotos).toHaveBeenCalledExactlyOnceWith([file]);
});

function show() {
  const onPhotos = vi.fn();
  renderInLanguage(<PhotoButton kind="primary" label="Choose" onPhotos={onPhotos} />);
  return { onPhotos, input: screen.getByLabelText<HTMLInputElement>("Choose") };
}
