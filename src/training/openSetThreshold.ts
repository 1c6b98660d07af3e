import { countAllowed, countBelow, sorted } from "./sortedValues.ts";

/**
 * The largest measured distance at which no more than `acceptedShare` of the
 * strangers get a name: `Calibration.openSetDistance`.
 *
 * @param strangerMinDistances of each stranger's photo, the distance to the nearest prototype
 * @param acceptedShare in [0, 1]
 * @returns 0 where even the nearest stranger would be one too many
 * @throws where there are no distances
 */
export function openSetThreshold(
  strangerMinDistances: ArrayLike<number>,
  acceptedShare: number,
): number {
  const distances = sorted(strangerMinDistances);
  const allowed = countAllowed(distances.length, acceptedShare);
  const firstRefused = distances[allowed];
  // Strangers at the same distance are accepted or refused together.
  const accepted = firstRefused === undefined ? allowed : countBelow(distances, firstRefused);
  return distances[accepted - 1] ?? 0;
}
