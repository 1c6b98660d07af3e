import type { ReactElement, SVGProps } from "react";

import styles from "./StarFace.module.css";

/** The class, or the place within a larger drawing. */
type Props = Pick<SVGProps<SVGSVGElement>, "className" | "x" | "y" | "width" | "height">;

/**
 * A face drawn as a constellation: it stands for anybody's. In the frame of
 * the portraits (224 × 280), so that it fits wherever one of them does.
 */
export function StarFace({ className, ...place }: Props): ReactElement {
  return (
    <svg
      className={`${styles.drawing} ${className ?? ""}`}
      viewBox="0 0 224 280"
      aria-hidden
      {...place}
    >
      <path className={styles.lines} d={LINES.map(toPath).join("")} />
      {STARS.map(([x, y], i) => (
        <circle key={i} className={styles.star} cx={x} cy={y} r={RADII[i % RADII.length]} />
      ))}
    </svg>
  );
}

type Star = readonly [x: number, y: number];

const MIDDLE_X = 112;

/** Uneven, as stars are; the pattern has no other meaning. */
const RADII = [2.6, 1.6, 2, 1.4, 2.2];

/**
 * The right half of the mean of the gallery's shapes, made symmetric, in whole
 * px of the portrait frame; the hairline is drawn by eye.
 */
const HAIRLINE: readonly Star[] = [
  [112, 38],
  [86, 42],
  [63, 55],
  [46, 76],
  [37, 99],
  [35, 122],
];
const JAW: readonly Star[] = [
  [35, 122],
  [36, 142],
  [40, 162],
  [43, 179],
  [50, 199],
  [60, 215],
  [73, 226],
  [88, 237],
  [112, 244],
];
const BROW: readonly Star[] = [
  [52, 105],
  [61, 100],
  [73, 98],
  [83, 99],
  [93, 103],
];
const EYE: readonly Star[] = [
  [67, 121],
  [74, 118],
  [83, 118],
  [92, 123],
  [84, 126],
  [74, 126],
  [67, 121],
];
const NOSE: readonly Star[] = [
  [112, 124],
  [112, 151],
  [112, 163],
  [99, 170],
  [112, 173],
];
const MOUTH: readonly Star[] = [
  [112, 187],
  [106, 186],
  [93, 189],
  [83, 194],
  [94, 203],
  [103, 207],
  [112, 209],
];

const HALF = [HAIRLINE, JAW, BROW, EYE, NOSE, MOUTH];
const LINES = [...HALF, ...HALF.map((line) => line.map(mirrored))];
const STARS = [...new Map(LINES.flat().map((star) => [star.join(), star])).values()];

function mirrored([x, y]: Star): Star {
  return [2 * MIDDLE_X - x, y];
}

function toPath(line: readonly Star[]): string {
  return `M${line.map((star) => star.join(" ")).join("L")}`;
}
