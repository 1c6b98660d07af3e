import { expect, it } from "vitest";

import { photoMask } from "./photoMask.ts";

it("marks black joined to the edge, and leaves black inside the photo", () => {
  const mask = photoMask(picture(["##....", "#.....", "...##.", "...##.", "......", "......"]));
  expect(drawn(mask)).toEqual(["##....", "#.....", "......", "......", "......", "......"]);
});

it("follows a black margin into the corners, not through a gap", () => {
  const mask = photoMask(picture([".....", ".###.", ".###.", ".###.", "....#"]));
  expect(drawn(mask)).toEqual([".....", ".....", ".....", ".....", "....#"]);
});

it("takes nearly black for black, as JPEG leaves it", () => {
  const image = picture(["#.", ".."]);
  image.data.set([6, 8, 5], 0);
  expect(drawn(photoMask(image))).toEqual(["#.", ".."]);
});

function picture(rows: string[]) {
  const data = new Uint8ClampedArray(
    rows.flatMap((row) =>
      row.split("").flatMap((pixel) => (pixel === "#" ? [0, 0, 0, 255] : [90, 80, 70, 255])),
    ),
  );
  return { width: rows[0]!.length, height: rows.length, data };
}

function drawn({ width, height, data }: ReturnType<typeof photoMask>): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (data[(y * width + x) * 4] === 0 ? "#" : ".")).join(""),
  );
}
