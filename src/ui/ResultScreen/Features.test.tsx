// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import type { Language } from "../../i18n/language.ts";
import type { FaceFeature } from "../../matching/featureDistances.ts";
import type { FeatureScore } from "../../matching/featureScores.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { Features } from "./Features.tsx";
import { outlinePath } from "./featureOutlines.ts";

afterEach(cleanup);

it("says in one sentence what is alike, best first, rounded down and never 100 %", () => {
  show();
  expect(screen.getByText("Your brows and jaw; least the nose.")).toBeTruthy();
  expect(bars().map((bar) => bar.getAttribute("aria-label"))).toEqual([
    "brows: more alike than 99% of pairs of strangers",
    "jaw: more alike than 87% of pairs of strangers",
    "nose: more alike than 12% of pairs of strangers",
  ]);
});

it("outlines the best feature on both faces, and the one that is chosen", () => {
  show();
  const stage = () => screen.getByRole("img");
  expect(stage().getAttribute("aria-label")).toBe("brows outlined on both faces");
  expect(paths(stage())).toEqual([outlinePath("brows", FACE), outlinePath("brows", LOWER)]);

  fireEvent.click(bars()[2]!);
  expect(stage().getAttribute("aria-label")).toBe("nose outlined on both faces");
  expect(paths(stage())).toEqual([outlinePath("nose", FACE), outlinePath("nose", LOWER)]);
  expect(bars().map((bar) => bar.getAttribute("aria-pressed"))).toEqual(["false", "false", "true"]);
});

it("follows the keyboard's focus and the mouse, and goes back when the mouse leaves", () => {
  show();
  fireEvent.focus(bars()[1]!);
  expect(screen.getByRole("img", { name: "jaw outlined on both faces" })).toBeTruthy();
  fireEvent.pointerEnter(bars()[2]!, { pointerType: "mouse" });
  expect(screen.getByRole("img", { name: "nose outlined on both faces" })).toBeTruthy();
  fireEvent.pointerLeave(bars()[2]!);
  expect(screen.getByRole("img", { name: "jaw outlined on both faces" })).toBeTruthy();
});

it("says when nothing stands out", () => {
  show({ scores: [score("mouth", 0.4), score("eyes", 0.1)] });
  expect(screen.getByText("No one feature stands out; nearest: mouth.")).toBeTruthy();
});

it("speaks Russian", () => {
  show({ language: "ru" });
  expect(
    screen.getByText("Больше всего общего: брови и подбородок. Меньше всего: нос."),
  ).toBeTruthy();
});

const FACE = Array.from({ length: 68 }, (_, i) => ({ x: 60 + i, y: 100 + i }));
const LOWER = FACE.map(({ x, y }) => ({ x, y: y + 5 }));
const SCORES = [score("brows", 0.999), score("jaw", 0.879), score("nose", 0.123)];

interface Options {
  readonly scores?: readonly FeatureScore[];
  readonly language?: Language;
}

function score(feature: FaceFeature, moreAlikeThan: number) {
  return { feature, moreAlikeThan, distance: 0 };
}

function show({ scores = SCORES, language = "en" }: Options = {}) {
  renderInLanguage(
    <Features
      scores={scores}
      faces={[
        { picture: <span />, caption: "A", landmarks: FACE },
        { picture: <span />, caption: "B", landmarks: LOWER },
      ]}
    />,
    language,
  );
}

function bars() {
  return within(screen.getByRole("list")).getAllByRole("button");
}

/** Of the lines themselves, not of their shadows. */
function paths(stage: HTMLElement) {
  return [...stage.querySelectorAll("svg")].map((svg) => svg.lastElementChild?.getAttribute("d"));
}
