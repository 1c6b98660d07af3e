import type { ReactElement } from "react";

import styles from "./Beam.module.css";

interface Props {
  /** Says where in its positioned parent the beam stands, and how it moves. */
  readonly className?: string | undefined;
}

/** The beam of light between two faces: upright, a little longer than what it stands in. */
export function Beam({ className }: Props): ReactElement {
  return <span className={`${styles.beam} ${className ?? ""}`} aria-hidden />;
}
