import type { CSSProperties, ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Landmarks } from "../../face/geometry.ts";
import { PORTRAIT } from "../../face/portraitFrame.ts";
import type { FaceFeature } from "../../matching/featureDistances.ts";
import { outlinePath, windowOn, type FrameWindow } from "./featureOutlines.ts";
import styles from "./FeatureStage.module.css";

/** A face in the portrait frame. */
export interface StageFace {
  /** Fills the frame; says nothing to a screen reader. */
  readonly picture: ReactElement;
  readonly caption: string;
  /** Px of the portrait frame. */
  readonly landmarks: Landmarks;
}

interface Props {
  readonly feature: FaceFeature;
  readonly faces: readonly [StageFace, StageFace];
}

/** One feature of both faces, near, at the same scale, outlined. */
export function FeatureStage({ feature, faces }: Props): ReactElement {
  const { t } = useTranslation();
  const view = windowOn(
    feature,
    faces.map(({ landmarks }) => landmarks),
  );
  const label = t("evidence.outlined", { feature: t(`evidence.feature.${feature}`) });
  return (
    <div className={styles.stage} role="img" aria-label={label}>
      {faces.map((face, i) => (
        <Half key={i} face={face} feature={feature} view={view} />
      ))}
    </div>
  );
}

interface HalfProps {
  readonly face: StageFace;
  readonly feature: FaceFeature;
  readonly view: FrameWindow;
}

function Half({ face, feature, view }: HalfProps): ReactElement {
  const { width, height } = PORTRAIT;
  const place = {
    "--zoom": width / view.side,
    "--shift-x": `${(-100 * view.x) / width}%`,
    "--shift-y": `${(-100 * view.y) / height}%`,
  } as CSSProperties;
  const path = outlinePath(feature, face.landmarks);
  return (
    <figure className={styles.half} aria-hidden>
      <div className={styles.face} style={place}>
        {face.picture}
        <svg className={styles.lines} viewBox={`0 0 ${width} ${height}`}>
          <path className={styles.shadow} d={path} />
          <path className={styles.line} d={path} />
        </svg>
      </div>
      <figcaption className={styles.caption}>{face.caption}</figcaption>
    </figure>
  );
}
