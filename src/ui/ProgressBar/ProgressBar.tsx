import type { ReactElement } from "react";

import styles from "./ProgressBar.module.css";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

export function ProgressBar({ label, value, max }: Props): ReactElement {
  return <progress className={styles.bar} aria-label={label} value={value} max={max} />;
}
