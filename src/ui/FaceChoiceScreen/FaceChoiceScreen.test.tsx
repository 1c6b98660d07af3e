// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { analysisOf, faceLike } from "../../app/fixtures.ts";
import type { PhotoOfSeveral } from "../../app/capture/readPhotos.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { FaceChoiceScreen } from "./FaceChoiceScreen.tsx";

afterEach(cleanup);

it("offers every face as a button, and says how many there are", () => {
  const { onPick } = show();
  expect(screen.getByText("3 faces in this photo. Pick one.")).toBeTruthy();
  expect(screen.getAllByTestId("face-choice")).toHaveLength(3);
  fireEvent.click(screen.getByRole("button", { name: "Face 2" }));
  expect(onPick).toHaveBeenCalledExactlyOnceWith(1);
});

it("lights each face in the photo, a little larger than its box, for the pointer", () => {
  const { onPick } = show();
  // The box of every face of the fixtures: 50 × 50 from (10, 10).
  const lights = [...document.querySelectorAll("svg > ellipse")];
  expect(lights).toHaveLength(3);
  const values = ["cx", "cy", "rx", "ry"].map((name) => Number(lights[0]!.getAttribute(name)));
  expect(values).toEqual([35, 35, 31, 31]);
  fireEvent.click(lights[2]!);
  expect(onPick).toHaveBeenCalledExactlyOnceWith(2);
});

it("takes another photo instead", () => {
  const { onPhotos } = show();
  const file = new File(["x"], "a.jpg");
  fireEvent.change(screen.getByLabelText("Choose another photo"), { target: { files: [file] } });
  expect(onPhotos).toHaveBeenCalledWith([file]);
});

function show() {
  const props = { onPick: vi.fn(), onPhotos: vi.fn() };
  const photo: PhotoOfSeveral = {
    preview: { width: 20, height: 10 } as ImageBitmap,
    analysis: analysisOf(faceLike(0), faceLike(1), faceLike(2)),
  };
  renderInLanguage(<FaceChoiceScreen photo={photo} {...props} />);
  return props;
}
