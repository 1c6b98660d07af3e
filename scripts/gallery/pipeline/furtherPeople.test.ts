import { describe, expect, it } from "vitest";

import { candidate, describedFace, descriptorAt, usablePhoto } from "../testing.ts";
import { furtherPeople, strangerPhotos } from "./furtherPeople.ts";

describe("furtherPeople", () => {
  it("leaves out who is in the gallery, by id or by name, and who is a stranger", () => {
    const folders = ["Ann_Lee", "Bo_Ek", "Cy", "Di_Fo"];
    const named = { ...candidate("b", []).person, name: "Bo Ek" };
    const people = [candidate("ann-lee", []).person, named];
    const kept = furtherPeople(folders.map(files), people, [files("Cy")]);
    expect(kept).toEqual([files("Di_Fo")]);
  });
});

describe("strangerPhotos", () => {
  it("lets everybody weigh the same, worked by hand", () => {
    const people = Array.from({ length: 100 }, (_, i) => photos(i === 0 ? 2 : 1));
    const { inputs, weights } = strangerPhotos([...people, []])!;
    expect(inputs).toHaveLength(101 * 128);
    expect([...weights.subarray(0, 3)]).toEqual([0.005, 0.005, 0.01]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("is nothing of too few", () => {
    expect(strangerPhotos(Array.from({ length: 99 }, () => photos(3)))).toBeUndefined();
  });
});

function files(folder: string) {
  return [{ name: `${folder}/1.jpg`, path: `/${folder}/1.jpg`, sha256: folder }];
}

function photos(count: number) {
  return Array.from({ length: count }, (_, i) =>
    usablePhoto(`${i}.jpg`, describedFace(descriptorAt(1))),
  );
}
