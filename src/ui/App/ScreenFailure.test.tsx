// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { ScreenFailure } from "./ScreenFailure.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("says that something went wrong where a screen throws", () => {
  // React writes every caught error to the console.
  const logged = vi.spyOn(console, "error").mockReturnValue();
  show(<Broken />);
  expect(screen.getByTestId("problem").dataset["kind"]).toBe("unexpected");
  expect(logged).toHaveBeenCalled();
});

it("is not seen otherwise", () => {
  const { onFailure } = show(<p>A screen</p>);
  expect(onFailure).not.toHaveBeenCalled();
  expect(screen.getByText("A screen")).toBeTruthy();
  expect(screen.queryByTestId("problem")).toBeNull();
});

function Broken(): ReactElement {
  throw new Error("broken by the test");
}

function show(child: ReactElement) {
  const onFailure = vi.fn();
  renderInLanguage(
    <ScreenFailure onPhotos={vi.fn()} onTakePhoto={vi.fn()} onFailure={onFailure}>
      {child}
    </ScreenFailure>,
  );
  return { onFailure };
}
