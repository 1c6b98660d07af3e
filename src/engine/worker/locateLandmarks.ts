import { alignedSquare, squareOf } from "../../face/landmarkSquare.ts";
import { LANDMARK_COUNT, type Landmarks } from "../../face/geometry.ts";
import type { PhotoPixels } from "../../face/photoPixels.ts";
import { applySimilarity, type Similarity } from "../../face/similarity.ts";
import { inTurn } from "../../shared/inTurn.ts";
import type { Candidate } from "./detectFaces.ts";
import type { Networks } from "./networks.ts";

/** Side of the landmark network's input, px. Source: FaceLandmark68Net of face-api. */
const INPUT_SIDE_PX = 112;

/**
 * The 68 points of every candidate, in px of the photo.
 *
 * Twice: first in the detector's box, then in a square placed and turned by
 * the points found, so that the answer hardly depends on which detector at
 * which scale drew the box.
 */
export async function locateLandmarks(
  networks: Networks,
  photo: PhotoPixels,
  candidates: readonly Candidate[],
): Promise<readonly Landmarks[]> {
  const first = await pointsIn(
    networks,
    photo,
    candidates.map(({ box, turns }) => squareOf(box, turns, INPUT_SIDE_PX)),
  );
  return pointsIn(
    networks,
    photo,
    first.map((landmarks) => alignedSquare(landmarks, INPUT_SIDE_PX)),
  );
}

/** @param squares each moves px of the network's input to px of the photo */
async function pointsIn(
  { landmarks: network }: Networks,
  photo: PhotoPixels,
  squares: readonly Similarity[],
): Promise<readonly Landmarks[]> {
  const cuts = await inTurn(squares, (square) =>
    photo.cut(square, INPUT_SIDE_PX, INPUT_SIDE_PX, { outside: "black" }),
  );
  const values = await network.locate(cuts);
  return squares.map((square, i) =>
    Array.from({ length: LANDMARK_COUNT }, (_, point) => {
      const at = (i * LANDMARK_COUNT + point) * 2;
      const x = values[at]! * INPUT_SIDE_PX;
      const y = values[at + 1]! * INPUT_SIDE_PX;
      return applySimilarity(square, { x, y });
    }),
  );
}
