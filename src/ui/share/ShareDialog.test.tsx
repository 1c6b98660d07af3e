// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike } from "../../app/fixtures.ts";
import type { Language } from "../../i18n/language.ts";
import type { FacePair } from "../Morph/morphFace.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { ShareDialog } from "./ShareDialog.tsx";

const STAR_PAIR: FacePair = {
  first: { kind: "photo", face: faceLike(0), who: "you" },
  second: { kind: "composite", portraitUrl: undefined, shape: [], name: "Ada Lovelace" },
};
const TWO_PEOPLE: FacePair = {
  first: { kind: "photo", face: faceLike(0), who: "first" },
  second: { kind: "photo", face: faceLike(1), who: "second" },
};

// jsdom has no canvas: every card fails to be drawn, which is the case shown here; the drawing itself is for a browser.
beforeEach(() => {
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      getContext = () => null;
    },
  );
  vi.stubGlobal("createImageBitmap", () => Promise.resolve({ close: () => undefined }));
  vi.stubGlobal("ImageData", vi.fn());
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Object.assign(document, { fonts: { load: () => Promise.resolve([]) } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says kindly when the picture cannot be drawn, and then saves nothing", async () => {
  show();
  await screen.findByText(/could not be drawn/);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
});

it("offers neither sharing nor copying where the browser has none", () => {
  show();
  expect(screen.queryByRole("button", { name: "Share" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Copy" })).toBeNull();
  expect(screen.queryByRole("button", { name: /video/ })).toBeNull();
});

it("hands on the wish to be left out, and remembers nothing itself", () => {
  const onLeaveMeOut = vi.fn();
  show({ onLeaveMeOut });
  const leaveMeOut = screen.getByRole<HTMLInputElement>("switch", { name: "Leave my face out" });
  fireEvent.click(leaveMeOut);
  expect(onLeaveMeOut).toHaveBeenCalledWith(true);
  expect(leaveMeOut.checked).toBe(false);
});

it("leaves nobody out where both are people", () => {
  show({ pair: TWO_PEOPLE });
  expect(screen.queryByRole("switch")).toBeNull();
});

it("lets one of two shapes be chosen", () => {
  show({ language: "ru" });
  const story = screen.getByRole("radio", { name: "История" });
  fireEvent.click(story);
  expect(story.getAttribute("aria-checked")).toBe("true");
  expect(screen.getByRole("radio", { name: "Пост" }).getAttribute("aria-checked")).toBe("false");
});

it.each([
  ["its button", () => fireEvent.click(screen.getByRole("button", { name: "Close" }))],
  ["Escape", () => fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" })],
])("closes with %s", async (_, close) => {
  const onClose = vi.fn();
  show({ onClose });
  close();
  await waitFor(() => {
    expect(onClose).toHaveBeenCalledOnce();
  });
});

function show({
  pair = STAR_PAIR,
  onLeaveMeOut = vi.fn(),
  onClose = vi.fn(),
  language = "en",
}: {
  pair?: FacePair;
  onLeaveMeOut?: () => void;
  onClose?: () => void;
  language?: Language;
} = {}) {
  return renderInLanguage(
    <ShareDialog
      isOpen
      onClose={onClose}
      pair={pair}
      similarity={0.974}
      leaveMeOut={false}
      onLeaveMeOut={onLeaveMeOut}
    />,
    language,
  );
}
