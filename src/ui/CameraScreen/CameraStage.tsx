import type { CSSProperties, ReactElement, RefObject } from "react";

import { OVAL } from "../../face/guidance.ts";
import { HOLD_MS, type Guidance } from "../../face/guidanceState.ts";
import styles from "./CameraStage.module.css";

interface Props {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly mirrored: boolean;
  readonly guidance: Guidance;
  /** The ring closes round the oval. */
  readonly holding: boolean;
  /** Of the timer; undefined while it does not run. */
  readonly secondsLeft: number | undefined;
  readonly instruction: string;
}

/** The same oval as the guidance's, in the units of the style sheet. */
const OVAL_STYLE = {
  "--oval-height": `${OVAL.height * 100}cqb`,
  "--oval-width-limit": `${(OVAL.width / OVAL.aspect) * 100}cqi`,
  "--oval-aspect": OVAL.aspect,
  "--oval-centre": `${OVAL.centreY * 100}%`,
  "--hold": `${HOLD_MS}ms`,
} as CSSProperties;

/** The camera's picture, the oval to put the face in, and one instruction. */
export function CameraStage(props: Props): ReactElement {
  const { video, mirrored, guidance, holding, secondsLeft, instruction } = props;
  return (
    <div className={styles.stage} style={OVAL_STYLE}>
      <video
        ref={video}
        className={`${styles.video} ${mirrored ? styles.mirrored : ""}`}
        autoPlay
        playsInline
        muted
      />
      <svg
        className={styles.oval}
        viewBox="0 0 76 100"
        data-ready={guidance.shown === "ready" || undefined}
        data-holding={holding || undefined}
        aria-hidden
      >
        <ellipse className={styles.line} cx="38" cy="50" rx="37" ry="49" />
        <ellipse className={styles.ring} cx="38" cy="50" rx="37" ry="49" pathLength="1" />
      </svg>
      <p className={styles.instruction} role="status">
        {secondsLeft ?? instruction}
      </p>
      {secondsLeft !== undefined && (
        <span className={styles.countdown} aria-hidden>
          {secondsLeft}
        </span>
      )}
    </div>
  );
}
