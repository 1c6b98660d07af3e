import { ImageUp } from "lucide-react";
import type { ChangeEvent, ReactElement } from "react";

import styles from "./Button.module.css";

interface Props {
  readonly kind: "primary" | "secondary";
  readonly label: string;
  /** Whether it has the focus as it appears. */
  readonly hasFocus?: boolean;
  /** Called with one file at least, in the order of the file dialog. */
  readonly onPhotos: (files: readonly File[]) => void;
}

/** The endings are for file dialogs whose system does not know HEIC as an image. */
const ACCEPT = "image/*,.heic,.heif,.avif";

/** A file input that looks like a button. */
export function PhotoButton({ kind, label, hasFocus, onPhotos }: Props): ReactElement {
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    // A copy: the list empties together with the input.
    const files = [...(currentTarget.files ?? [])];
    // The same file chosen again must count as a change.
    currentTarget.value = "";
    if (files.length > 0) onPhotos(files);
  };
  return (
    <label className={`${styles.button} ${styles[kind]} ${styles.file}`}>
      <ImageUp aria-hidden size={22} />
      {label}
      <input
        className={styles.fileInput}
        type="file"
        accept={ACCEPT}
        multiple
        autoFocus={hasFocus}
        onChange={onChange}
      />
    </label>
  );
}
