import type { AnalysedFace, Analysis } from "../../face/analysedFace.ts";
import { combineFaces } from "../../face/combineFaces.ts";
import { descriptorDistance } from "../../face/descriptor.ts";
import { SAME_PERSON_DISTANCE } from "../../face/samePerson.ts";
import type { Reading, Together } from "./reading.ts";

/**
 * Finds the one person whom several photos show, and reads them together.
 *
 * Photos with a single face say who is meant: the face that most of the others
 * are like. Of a photo of several people the face most like that one is taken.
 * Photos in which nobody is like it are left out; `used` and `given` say how many.
 *
 * Pure; the order of the photos changes nothing but which of two equals wins.
 *
 * @param analyses of one photo each; none gives `noFace`
 * @param samePersonDistance faces farther apart are two people
 */
export function readTogether(
  analyses: readonly Analysis[],
  samePersonDistance = SAME_PERSON_DISTANCE,
): Together {
  const photos = analyses.map(({ faces }) => faces);
  const singles = photos.flatMap((faces) => (faces.length === 1 ? faces : []));
  const reference = mostTypical(singles, samePersonDistance);
  if (reference === undefined) {
    const photo = photos.findIndex((faces) => faces.length > 0);
    return photo === -1 ? { kind: "noFace" } : { kind: "severalFaces", photo };
  }

  const found = photos.flatMap((faces) => {
    const nearest = nearestTo(reference, faces);
    return nearest && isNear(nearest, reference, samePersonDistance) ? [nearest] : [];
  });
  const [first, second] = singles;
  if (photos.length === 2 && first && second && found.length === 1)
    return { kind: "differentPeople", readings: [ofOne(first), ofOne(second)] };
  return {
    kind: "onePerson",
    reading: { face: combineFaces(found), used: found.length, given: photos.length },
  };
}

/** The face with the most others near it; of equals the one nearest to all others together. */
function mostTypical(
  faces: readonly AnalysedFace[],
  samePersonDistance: number,
): AnalysedFace | undefined {
  const scored = faces.map((face) => {
    const distances = faces.map((other) => distanceOf(face, other));
    return {
      face,
      neighbours: distances.filter((distance) => distance <= samePersonDistance).length,
      total: distances.reduce((sum, distance) => sum + distance, 0),
    };
  });
  return scored.toSorted((a, b) => b.neighbours - a.neighbours || a.total - b.total)[0]?.face;
}

function nearestTo(
  reference: AnalysedFace,
  faces: readonly AnalysedFace[],
): AnalysedFace | undefined {
  return faces.toSorted((a, b) => distanceOf(a, reference) - distanceOf(b, reference))[0];
}

function isNear(a: AnalysedFace, b: AnalysedFace, samePersonDistance: number): boolean {
  return distanceOf(a, b) <= samePersonDistance;
}

function distanceOf(a: AnalysedFace, b: AnalysedFace): number {
  return descriptorDistance(a.descriptor, b.descriptor);
}

function ofOne(face: AnalysedFace): Reading {
  return { face, used: 1, given: 1 };
}
