import { describe, expect, it } from "vitest";

import type { AnalysedFace } from "../../face/analysedFace.ts";
import { DESCRIPTOR_LENGTH, toDescriptor } from "../../face/descriptor.ts";
import { analysisOf, faceLike } from "../fixtures.ts";
import type { Together } from "./reading.ts";
import { readTogether } from "./readTogether.ts";

/** Faces that stand on a line: their distance is the difference of their places. */
const [A, B, C] = [0, 10, 20];

describe("readTogether", () => {
  it("reads one photo of one person as it is", () => {
    const face = faceLike(3);
    expect(readTogether([analysisOf(face)])).toEqual({
      kind: "onePerson",
      reading: { face, used: 1, given: 1 },
    });
  });

  it("averages photos of one person", () => {
    const reading = onePerson(readTogether([only(A), only(A + 0.2), only(A + 0.4)]));
    expect(reading).toMatchObject({ used: 3, given: 3 });
    expect(placeOf(reading.face)).toBeCloseTo(A + 0.2, 6);
  });

  it("leaves out the photo of somebody else, whatever the order", () => {
    const photos = [only(B), only(A), only(A + 0.3)];
    for (const order of [photos, photos.toReversed()]) {
      const reading = onePerson(readTogether(order));
      expect(reading).toMatchObject({ used: 2, given: 3 });
      expect(placeOf(reading.face)).toBeCloseTo(A + 0.15, 6);
    }
  });

  it("finds the person again among several", () => {
    const reading = onePerson(
      readTogether([crowd(B, A + 0.3, C), only(A), crowd(B, C), analysisOf()]),
    );
    expect(reading).toMatchObject({ used: 2, given: 4 });
    expect(placeOf(reading.face)).toBeCloseTo(A + 0.15, 6);
  });

  it("takes one face at most from each photo", () => {
    const reading = onePerson(readTogether([only(A), crowd(A + 0.4, A + 0.2)]));
    expect(reading.used).toBe(2);
    expect(placeOf(reading.face)).toBeCloseTo(A + 0.1, 6);
  });

  it("does not call two people in two photos one", () => {
    const together = readTogether([only(A), only(B)]);
    if (together.kind !== "differentPeople") throw new Error(together.kind);
    expect(together.readings.map(({ face }) => placeOf(face))).toEqual([A, B]);
    expect(together.readings[0]).toMatchObject({ used: 1, given: 1 });
  });

  it("reads the one photo with a single face where the other shows others", () => {
    expect(onePerson(readTogether([crowd(B, C), only(A)]))).toMatchObject({ used: 1, given: 2 });
  });

  it("asks in the first photo with faces where every one shows several", () => {
    const photos = [analysisOf(), crowd(A, B), crowd(A, C)];
    expect(readTogether(photos)).toEqual({ kind: "severalFaces", photo: 1 });
  });

  it.each([
    ["no photos", []],
    ["photos of nobody", [analysisOf(), analysisOf()]],
  ])("sees nobody in %s", (_, photos) => {
    expect(readTogether(photos)).toEqual({ kind: "noFace" });
  });

  it("counts a distance of exactly the limit as one person", () => {
    expect(readTogether([only(0), only(0.5)], 0.5).kind).toBe("onePerson");
    expect(readTogether([only(0), only(0.5)], 0.4999).kind).toBe("differentPeople");
  });
});

function only(place: number) {
  return analysisOf(faceAt(place));
}

function crowd(...places: readonly number[]) {
  return analysisOf(...places.map(faceAt));
}

function faceAt(place: number): AnalysedFace {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  // The second number keeps the face at 0 from being all zeros.
  values.set([place, 1]);
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  return { ...faceLike(0), descriptor: descriptor.value };
}

function placeOf({ descriptor }: AnalysedFace): number {
  return descriptor[0]!;
}

function onePerson(together: Together) {
  if (together.kind !== "onePerson") throw new Error(together.kind);
  return together.reading;
}
