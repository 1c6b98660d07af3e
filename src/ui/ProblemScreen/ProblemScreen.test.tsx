// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { faceLike, galleryOf } from "../../app/fixtures.ts";
import type { Problem } from "../../app/session/problem.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { ProblemScreen } from "./ProblemScreen.tsx";

afterEach(cleanup);

it("says what happened and how to do better, as an alert of its kind", () => {
  show({ kind: "noFace" });
  const alert = screen.getByRole("alert");
  expect(alert.dataset["kind"]).toBe("noFace");
  expect(alert.textContent).toContain("No face found");
  expect(alert.textContent).toContain("lit from the front");
});

it("offers to try again only where that may help", () => {
  const { onRetry } = show({ kind: "modelsUnavailable", file: "a.bin", cause: "offline" });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();

  cleanup();
  show({ kind: "notAnImage" });
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

it("takes the next photo without a way back, the same file twice too", () => {
  const { onPhotos } = show({ kind: "notAnImage" });
  const input = screen.getByLabelText<HTMLInputElement>("Choose another photo");
  const file = new File(["x"], "a.png");
  fireEvent.change(input, { target: { files: [file] } });
  expect(onPhotos).toHaveBeenCalledWith([file]);
  expect(input.value).toBe("");
});

it("offers a photo where the camera fails", () => {
  show({ kind: "cameraDenied" });
  expect(screen.getByLabelText("Choose a photo")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Take a photo" })).toBeNull();
});

it("offers to compare two people who were given as one", () => {
  const loaded = galleryOf(["Ada Lovelace"]);
  const reading = { face: faceLike(0), used: 1, given: 2 };
  const { onCompareTheTwo } = show({
    kind: "differentPeople",
    readings: [reading, reading],
    loaded,
  });
  fireEvent.click(screen.getByRole("button", { name: "Compare these two" }));
  expect(onCompareTheTwo).toHaveBeenCalledOnce();

  cleanup();
  show({ kind: "noFace" });
  expect(screen.queryByRole("button", { name: "Compare these two" })).toBeNull();
});

function show(problem: Problem) {
  const props = {
    onRetry: vi.fn(),
    onPhotos: vi.fn(),
    onTakePhoto: vi.fn(),
    onCompareTheTwo: vi.fn(),
  };
  renderInLanguage(<ProblemScreen problem={problem} {...props} />);
  return props;
}
