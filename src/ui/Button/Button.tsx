import type { ReactElement, ReactNode } from "react";

import styles from "./Button.module.css";

interface Props {
  readonly kind: "primary" | "secondary" | "quiet";
  readonly onClick: () => void;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function Button({ kind, onClick, icon, disabled, children }: Props): ReactElement {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]}`}
      onClick={onClick}
      disabled={disabled}
    >
      {icon}
      {children}
    </button>
  );
}
