/** Where a feature lies on a face in the portrait frame: its lines, and the part of the frame to look at. */
import type { Landmarks, Point } from "../../face/geometry.ts";
import { PORTRAIT } from "../../face/portraitFrame.ts";
import type { FaceFeature } from "../../matching/featureDistances.ts";

interface Line {
  /** Of the 68 landmarks. */
  readonly from: number;
  readonly to: number;
  readonly isClosed: boolean;
}

const LINES: Readonly<Record<FaceFeature, readonly Line[]>> = {
  eyes: [
    { from: 36, to: 41, isClosed: true },
    { from: 42, to: 47, isClosed: true },
  ],
  brows: [
    { from: 17, to: 21, isClosed: false },
    { from: 22, to: 26, isClosed: false },
  ],
  nose: [
    { from: 27, to: 30, isClosed: false },
    { from: 31, to: 35, isClosed: false },
  ],
  mouth: [
    { from: 48, to: 59, isClosed: true },
    { from: 60, to: 67, isClosed: true },
  ],
  jaw: [{ from: 4, to: 12, isClosed: false }],
  faceShape: [{ from: 0, to: 16, isClosed: false }],
};

/** A square of the portrait frame, px. */
export interface FrameWindow {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A portrait enlarged further than this looks soft on a phone. Chosen by eye. */
const MIN_SIDE = 104;
/** Room around the feature, px of the frame. Chosen by eye. */
const MARGIN = 16;

/** The feature's lines as the `d` of an SVG path, px of the frame. */
export function outlinePath(feature: FaceFeature, landmarks: Landmarks): string {
  return LINES[feature]
    .map(({ from, to, isClosed }) => {
      const points = landmarks.slice(from, to + 1);
      const path = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
      return `M${path}${isClosed ? "Z" : ""}`;
    })
    .join("");
}

/**
 * The window that shows the feature of all given faces: one for all of them, so
 * that they keep the same scale and the same eyes line. Never leaves the frame.
 */
export function windowOn(feature: FaceFeature, faces: readonly Landmarks[]): FrameWindow {
  const points = faces.flatMap((landmarks) => pointsOf(feature, landmarks));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wanted = Math.max(right - left + 2 * MARGIN, bottom - top + 2 * MARGIN, MIN_SIDE);
  const side = Math.min(wanted, PORTRAIT.width);
  return {
    x: within((left + right - side) / 2, PORTRAIT.width - side),
    y: within((top + bottom - side) / 2, PORTRAIT.height - side),
    side,
  };
}

function pointsOf(feature: FaceFeature, landmarks: Landmarks): readonly Point[] {
  return LINES[feature].flatMap(({ from, to }) => landmarks.slice(from, to + 1));
}

function within(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest);
}
