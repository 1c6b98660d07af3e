import type { ReactElement } from "react";

import type { ReadStep } from "../../app/capture/readPhotos.ts";
import styles from "./StepLights.module.css";

const LIGHTS = [0, 1, 2] as const;

/** How many lights are on: the photo is opened, a face is looked for, a face is read. */
const LIT: Readonly<Record<ReadStep["kind"], number>> = {
  opening: 1,
  preparing: 1,
  loading: 1,
  warming: 1,
  detecting: 2,
  describing: 3,
};

/** How far the photo is, as the lights of a marquee; the words beside it say the same. */
export function StepLights({ step }: { readonly step: ReadStep }): ReactElement {
  return (
    <span className={styles.lights} aria-hidden>
      {LIGHTS.map((light) => (
        <span key={light} className={styles.light} data-lit={light < LIT[step.kind]} />
      ))}
    </span>
  );
}
