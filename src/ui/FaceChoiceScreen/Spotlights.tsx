import { useId, type CSSProperties, type ReactElement } from "react";

import type { Analysis } from "../../face/analysedFace.ts";
import type { PixelBox } from "../../face/geometry.ts";
import styles from "./Spotlights.module.css";

interface Props {
  readonly analysis: Analysis;
  readonly onPick: (index: number) => void;
}

/** A light is somewhat larger than the face in it. */
const LIGHT_TO_BOX = 0.62;

/**
 * Darkens the photo but for its faces, and numbers them. For the pointer only:
 * in a crowd they are too small to touch and too many to tab through.
 */
export function Spotlights({ analysis, onPick }: Props): ReactElement {
  const { width, height, faces } = analysis;
  const mask = useId();
  const lights = faces.map(({ box }) => ellipseIn(box));
  return (
    <div className={styles.lights} aria-hidden>
      <svg className={styles.drawing} viewBox={`0 0 ${width} ${height}`}>
        {/* White and black are not colours here: what of the veil is kept, and what is left out. */}
        <mask id={mask}>
          <rect width={width} height={height} fill="white" />
          {lights.map((light, i) => (
            <ellipse key={i} {...light} fill="black" />
          ))}
        </mask>
        <rect className={styles.veil} width={width} height={height} mask={`url(#${mask})`} />
        {lights.map((light, i) => (
          <ellipse
            key={i}
            className={styles.light}
            {...light}
            onClick={() => {
              onPick(i);
            }}
          />
        ))}
      </svg>
      {faces.map(({ box }, i) => (
        <span key={i} className={styles.badge} style={placeOf(box, analysis)}>
          {i + 1}
        </span>
      ))}
    </div>
  );
}

function ellipseIn({ x, y, width, height }: PixelBox) {
  return {
    cx: x + width / 2,
    cy: y + height / 2,
    rx: width * LIGHT_TO_BOX,
    ry: height * LIGHT_TO_BOX,
  };
}

/** Under the light, in the middle. */
function placeOf({ x, y, width, height }: PixelBox, photo: Analysis): CSSProperties {
  const bottom = y + height * (0.5 + LIGHT_TO_BOX);
  return {
    insetInlineStart: `${((x + width / 2) / photo.width) * 100}%`,
    insetBlockStart: `${(Math.min(bottom, photo.height) / photo.height) * 100}%`,
  };
}
