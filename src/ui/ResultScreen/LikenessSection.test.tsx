// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { LikenessSection } from "./LikenessSection.tsx";

const IMPOSTOR = { probabilities: [0, 1], values: [0.4, 1.2], count: 100 };
const GENUINE = { probabilities: [0, 1], values: [0, 0.5], count: 100 };

// jsdom has no layout to intersect: the plot itself is looked at in a browser.
beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("says in words what the plot shows", () => {
  show(0.4, 0.9999);
  const plot = screen.getByRole("img");
  expect(plot.getAttribute("aria-label")).toContain("nearer than 99.9% of the strangers");
  // A fifth of the distances within one person are 0.4 or more.
  expect(screen.getByText(/are this far apart, or farther, in 20% of cases/)).toBeTruthy();
});

it("says hardly ever, not never, for a pair that is farther apart than any two photos of one person", () => {
  show(0.9, 0.375);
  expect(screen.getByText(/hardly ever this far apart/)).toBeTruthy();
});

function show(distance: number, similarity: number) {
  renderInLanguage(
    <LikenessSection pair={{ distance, similarity }} impostor={IMPOSTOR} genuine={GENUINE} />,
  );
}
