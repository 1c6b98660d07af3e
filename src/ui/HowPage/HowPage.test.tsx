// @vitest-environment jsdom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { HowPage } from "./HowPage.tsx";

afterEach(cleanup);

it("tells five steps in their order, each with a drawing", () => {
  renderInLanguage(<HowPage />);
  const [steps] = screen.getAllByRole("list");
  const headings = within(steps!).getAllByRole("heading", { level: 2 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    "Find",
    "Straighten",
    "Describe",
    "Compare",
    "Doubt",
  ]);
  expect(steps!.querySelectorAll("li > svg")).toHaveLength(5);
});

it("fills the measured figures in, as each language writes them", () => {
  renderInLanguage(<HowPage />);
  expect(screen.getByText(/11% of the faces were not found at all/)).toBeTruthy();
  expect(screen.getByText(/named equally well \(99\.1% and 99\.3% of their photos\)/)).toBeTruthy();
  cleanup();
  renderInLanguage(<HowPage />, "ru");
  expect(screen.getByText(/одинаково хорошо \(99,1\s% и 99,3\s% их снимков\)/)).toBeTruthy();
});
