// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { INITIAL_PREPARATION } from "../../app/session/preparationState.ts";
import type { ReadStep } from "../../app/capture/readPhotos.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { AnalysingScreen } from "./AnalysingScreen.tsx";

afterEach(cleanup);

it.each<[ReadStep, string, number]>([
  [{ kind: "opening" }, "Opening the photo", 1],
  [{ kind: "preparing" }, "Getting ready", 1],
  [{ kind: "loading", loadedBytes: 1e6, totalBytes: 4e6 }, "Loading the face reader", 1],
  [{ kind: "warming" }, "Warming the face reader up", 1],
  [{ kind: "detecting" }, "Looking for faces", 2],
  [{ kind: "describing", faceCount: 3 }, "Reading 3 faces", 3],
])("tells of %o in words and in lights", (step, text, lights) => {
  show(step);
  expect(screen.getByRole("status").textContent).toBe(text);
  expect(document.querySelectorAll('[data-lit="true"]')).toHaveLength(lights);
});

it("shows how much of the engine is loaded while the photo waits", () => {
  show({ kind: "loading", loadedBytes: 1e6, totalBytes: 4e6 });
  const bar = screen.getByRole<HTMLProgressElement>("progressbar");
  expect([bar.value, bar.max]).toEqual([1e6, 4e6]);
});

it.each([
  [0, "Photo 1 of 3"],
  [2, "Photo 3 of 3"],
  [3, "Photo 3 of 3"],
])("says which of several photos it looks at: %d behind", (done, text) => {
  show({ kind: "detecting" }, { done, count: 3 });
  expect(screen.getByRole("status").textContent).toBe(`Looking for faces${text}`);
});

it("can be left", () => {
  const onCancel = show({ kind: "detecting" });
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onCancel).toHaveBeenCalledOnce();
});

function show(step: ReadStep, photos = { done: 0, count: 1 }) {
  const onCancel = vi.fn();
  renderInLanguage(
    <AnalysingScreen
      step={step}
      {...photos}
      preview={undefined}
      preparation={INITIAL_PREPARATION}
      onCancel={onCancel}
    />,
  );
  return onCancel;
}
