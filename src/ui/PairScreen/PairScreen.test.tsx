// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike, galleryOf, readingOf } from "../../app/fixtures.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { Reading } from "../../app/capture/reading.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import type { Language } from "../../i18n/language.ts";
import type { PairCalibration, Quantiles } from "../../matching/calibration.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { PairScreen } from "./PairScreen.tsx";

// jsdom has no media queries, for which the plot's library asks when it is loaded.
vi.hoisted(() => {
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: false }));
});

// jsdom draws nothing and scrolls nothing.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.stubGlobal("IntersectionObserver", NothingComesNear);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("says in words and in a figure how alike the two are", () => {
  show();
  // √8 apart on a scale of strangers from 0 to 4.
  expect(screen.getByRole("heading", { level: 1, name: "Each one of a kind" })).toBeTruthy();
  const text = document.body.textContent;
  expect(text).toContain("29.2% of pairs of strangers look less alike than you two");
});

it("says when two photos of one person would be no closer", () => {
  show({ second: readingOf(person(1)) });
  expect(screen.getByRole("heading", { level: 1, name: "Almost like one person" })).toBeTruthy();
  expect(document.body.textContent).toContain("99.9%");
});

it("says that it compares faces, not families", () => {
  show();
  expect(screen.getByText(/parents and children can look quite different/)).toBeTruthy();
});

it("shows what is alike, and where the two stand", () => {
  show();
  expect(screen.getByRole("heading", { level: 2, name: "What is alike" })).toBeTruthy();
  expect(
    screen.getAllByRole("button", { name: /more alike than .* of pairs of strangers/ }),
  ).toHaveLength(6);
  expect(screen.getByRole("img", { name: /pairs of strangers are far apart/ })).toBeTruthy();
});

it("gives no figure where the gallery was not measured for it", () => {
  show({ loaded: galleryOf(["Ada Lovelace"]) });
  expect(screen.getByRole("heading", { level: 1, name: "Side by side" })).toBeTruthy();
  expect(document.body.textContent).not.toContain("%");
});

it("says which of the photos is poor", () => {
  show({ second: readingOf(person(2, "tooDark")), language: "ru" });
  expect(screen.getByText(/^Второе фото\. Лицо в тени/)).toBeTruthy();
  expect(screen.queryByText(/^Первое фото/)).toBeNull();
});

it("offers another person, a star for a photo, and the start", () => {
  const { onAnother, onPhotos, onStartOver } = show();
  fireEvent.click(screen.getByRole("button", { name: "Compare somebody else" }));
  expect(onAnother).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Back to the start" }));
  expect(onStartOver).toHaveBeenCalledOnce();
  const file = new File(["x"], "a.jpg");
  fireEvent.change(screen.getByLabelText("Find a star for a photo"), {
    target: { files: [file] },
  });
  expect(onPhotos).toHaveBeenCalledWith([file]);
});

interface Shown {
  readonly second?: Reading;
  readonly loaded?: LoadedGallery;
  readonly language?: Language;
}

function show({ second = readingOf(person(2)), loaded = measured(), language = "en" }: Shown = {}) {
  const props = { onAnother: vi.fn(), onPhotos: vi.fn(), onStartOver: vi.fn() };
  renderInLanguage(
    <PairScreen first={readingOf(person(1))} second={second} loaded={loaded} {...props} />,
    language,
  );
  return props;
}

class NothingComesNear {
  readonly observe = () => undefined;
  readonly disconnect = () => undefined;
}

/** 68 landmarks on a circle: eyes that do not coincide are all that is needed. */
function person(axis: number, verdict?: QualityVerdict) {
  const landmarks = Array.from({ length: 68 }, (_, i) => ({
    x: 50 + 40 * Math.cos((2 * Math.PI * i) / 68),
    y: 50 + 40 * Math.sin((2 * Math.PI * i) / 68),
  }));
  return { ...faceLike(axis, verdict), landmarks };
}

function measured(): LoadedGallery {
  const loaded = galleryOf(["Ada Lovelace"]);
  const scale: Quantiles = { probabilities: [0, 1], values: [0, 4], count: 100 };
  const pairs: PairCalibration = {
    impostor: scale,
    genuine: scale,
    features: {
      eyes: scale,
      brows: scale,
      nose: scale,
      mouth: scale,
      jaw: scale,
      faceShape: scale,
    },
  };
  const calibration = { ...loaded.gallery.calibration, pairs };
  return { ...loaded, gallery: { ...loaded.gallery, calibration } };
}
