import { ImageUp } from "lucide-react";
import type { ChangeEvent, ReactElement } from "react";

import styles from "./Button.module.css";

interface Props {
  readonly kind: "primary" | "secondary";
  readonly label: string;
  readonly onPhoto: (file: File) => void;
}

/** A file input that looks like a button. */
export function PhotoButton({ kind, label, onPhoto }: Props): ReactElement {
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (file) onPhoto(file);
    // The same file chosen again must count as a change.
    currentTarget.value = "";
  };
  return (
    <label className={`${styles.button} ${styles[kind]} ${styles.file}`}>
      <ImageUp aria-hidden size={22} />
      {label}
      <input className={styles.fileInput} type="file" accept="image/*" onChange={onChange} />
    </label>
  );
}
