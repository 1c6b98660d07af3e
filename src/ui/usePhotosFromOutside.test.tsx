// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { usePhotosFromOutside } from "./usePhotosFromOutside.ts";

const FILES = [new File(["a"], "a.jpg"), new File(["b"], "b.jpg")];
const WITH_FILES = { types: ["Files"], files: FILES };
const WITH_TEXT = { types: ["text/plain"], files: [] };

afterEach(cleanup);

it("takes every file of a drop, and shows that it would", () => {
  const { onPhotos } = show();
  fireEvent.dragOver(document.body, { dataTransfer: WITH_FILES });
  expect(screen.getByText("hovering")).toBeTruthy();
  fireEvent.drop(document.body, { dataTransfer: WITH_FILES });
  expect(screen.queryByText("hovering")).toBeNull();
  expect(onPhotos).toHaveBeenCalledExactlyOnceWith(FILES);
});

it("stops hovering only when the files leave the window", () => {
  show();
  fireEvent.dragOver(document.body, { dataTransfer: WITH_FILES });
  leaveFor(document.documentElement);
  expect(screen.getByText("hovering")).toBeTruthy();
  leaveFor(null);
  expect(screen.queryByText("hovering")).toBeNull();
});

it("leaves dragged text to the field below it", () => {
  const { onPhotos } = show();
  const field = screen.getByRole("textbox");
  // False: somebody has prevented the browser's own doing.
  expect(fireEvent.dragOver(field, { dataTransfer: WITH_TEXT })).toBe(true);
  expect(fireEvent.drop(field, { dataTransfer: WITH_TEXT })).toBe(true);
  expect(onPhotos).not.toHaveBeenCalled();
});

it("takes pasted files, but no text and nothing meant for a field", () => {
  const { onPhotos } = show();
  fireEvent.paste(document.body, { clipboardData: WITH_TEXT });
  fireEvent.paste(screen.getByRole("textbox"), { clipboardData: WITH_FILES });
  expect(onPhotos).not.toHaveBeenCalled();
  fireEvent.paste(document.body, { clipboardData: WITH_FILES });
  expect(onPhotos).toHaveBeenCalledExactlyOnceWith(FILES);
});

/** By hand: jsdom has no drag events, so fireEvent loses what the pointer goes to. */
function leaveFor(relatedTarget: Element | null) {
  const event = Object.assign(new Event("dragleave", { bubbles: true }), { relatedTarget });
  fireEvent(document.body, event);
}

function show() {
  const onPhotos = vi.fn();
  render(<Page onPhotos={onPhotos} />);
  return { onPhotos };
}

function Page({ onPhotos }: { onPhotos: (files: readonly File[]) => void }): ReactElement {
  const hovering = usePhotosFromOutside(onPhotos);
  return (
    <>
      <input aria-label="Search" />
      {hovering && <p>hovering</p>}
    </>
  );
}
