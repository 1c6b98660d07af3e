import { expect, it } from "vitest";

import { describedFace, descriptorAt, usablePhoto } from "../testing.ts";
import { choosePortraitPhotos, photoWeight } from "./choosePhotos.ts";

it("takes whoever most photos show, not the namesake", () => {
  const photos = [0, 0.3, 0.55, 3, 3.3].map((place, i) => photo(`${i}`, place));
  expect(names(choosePortraitPhotos(photos))).toEqual(["0", "1", "2"]);
});

it("takes a much copied picture once, at its best", () => {
  const photos = [
    photo("small copy", 0.01, { eyeDistancePx: 20 }),
    photo("large", 0, { eyeDistancePx: 60 }),
    photo("another", 0.4),
  ];
  expect(names(choosePortraitPhotos(photos))).toEqual(["large", "another"]);
});

it("leaves turned heads out where there are enough others", () => {
  const frontal = [0, 0.21, 0.42, 0.05, 0.26, 0.47].map((place, i) =>
    photo(`${i}`, place, {}, i < 3 ? 0 : 0.25),
  );
  const turned = photo("turned", 0.3, { yaw: 35 }, 0.5);
  expect(names(choosePortraitPhotos([turned, ...frontal]))).not.toContain("turned");
  expect(names(choosePortraitPhotos([turned, ...frontal.slice(0, 2)]))).toContain("turned");
});

it("never lets one photo weigh more than three times another", () => {
  const weights = [
    { eyeDistancePx: 500, yaw: 0 },
    { eyeDistancePx: 18, yaw: 0 },
    { eyeDistancePx: 60, yaw: 40 },
  ].map((change) => photoWeight(describedFace(descriptorAt(1), change).quality));
  expect(Math.max(...weights) / Math.min(...weights)).toBeLessThanOrEqual(3);
});

function photo(name: string, place: number, change = {}, aside = 0) {
  return usablePhoto(name, describedFace(descriptorAt(place, 1, aside), change));
}

function names(photos: ReturnType<typeof choosePortraitPhotos>): string[] {
  return photos.map(({ photo: { name } }) => name);
}
