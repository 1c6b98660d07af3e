import type { ReactElement } from "react";

import { StarFace } from "../StarFace/StarFace.tsx";
import styles from "./StepDrawing.module.css";

export const STEPS = ["find", "straighten", "describe", "compare", "doubt"] as const;
export type Step = (typeof STEPS)[number];

/** A small drawing of a step; the words beside it say the same. */
export function StepDrawing({ step }: { readonly step: Step }): ReactElement {
  return (
    <svg className={styles.drawing} viewBox="0 0 160 120" aria-hidden>
      {DRAWINGS[step]}
    </svg>
  );
}

const OTHERS: readonly (readonly [x: number, y: number])[] = [
  [18, 30],
  [30, 100],
  [62, 16],
  [104, 98],
  [124, 30],
  [142, 72],
];

const DRAWINGS: Readonly<Record<Step, ReactElement>> = {
  find: (
    <>
      <rect className={styles.quiet} x="12" y="12" width="136" height="96" rx="10" />
      <path className={styles.quiet} d="M12 100 44 74 70 94M112 92l16-14 20 18" />
      <g transform="rotate(-14 90 56)">
        <StarFace x="60" y="20" width="60" height="75" />
        <rect className={styles.searched} x="63" y="26" width="54" height="64" rx="6" />
      </g>
    </>
  ),
  straighten: (
    <>
      <g className={styles.faded} transform="rotate(-16 46 60)">
        <StarFace x="12" y="18" width="68" height="85" />
      </g>
      <path className={styles.lit} d="M76 60h12m-5-5 5 5-5 5" />
      <rect className={styles.quiet} x="94" y="22" width="58" height="72" rx="8" />
      <StarFace x="94" y="22" width="58" height="72" />
      <path className={styles.lit} d="M94 53h58" />
    </>
  ),
  describe: (
    <>
      <StarFace x="0" y="18" width="68" height="85" />
      {bars().map(({ x, y, height }) => (
        <path key={x} className={styles.lit} d={`M${x} ${y}v${height}`} />
      ))}
    </>
  ),
  compare: (
    <>
      <path className={styles.lit} d="M56 74 84 52" />
      {OTHERS.map(([x, y]) => (
        <path key={x} className={styles.thread} d={`M56 74 ${x} ${y}`} />
      ))}
      {OTHERS.map(([x, y]) => (
        <circle key={x} className={styles.other} cx={x} cy={y} r="4" />
      ))}
      <circle className={styles.star} cx="84" cy="52" r="6" />
      <circle className={styles.you} cx="56" cy="74" r="7" />
    </>
  ),
  doubt: (
    <>
      <path className={styles.quiet} d="M8 96h144" />
      <path className={styles.quiet} d="M16 96C44 96 42 40 64 40s22 56 54 56" />
      <path className={styles.lit} d="M74 96c22 0 24-66 42-66s16 66 32 66" />
      <path className={styles.mark} d="M88 96V26" />
      <circle className={styles.you} cx="88" cy="22" r="5" />
    </>
  ),
};

/** Numbers that stand for any face's: no pattern is meant. */
function bars() {
  return Array.from({ length: 16 }, (_, i) => {
    const height = 10 + Math.abs(Math.sin(i * 2.3 + 1)) * 46;
    return { x: 80 + i * 5, y: Math.round(60 - height / 2), height: Math.round(height) };
  });
}
