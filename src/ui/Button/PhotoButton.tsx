import { ImageUp } from "lucide-react";
import { useEffect, useEffectEvent, useRef, type ReactElement } from "react";

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
  const input = useRef<HTMLInputElement>(null);
  const give = () => {
    const files = takeFiles(input.current);
    if (files.length > 0) onPhotos(files);
  };
  // Chosen before this script was there: the start page comes with its input.
  const giveChosenEarly = useEffectEvent(give);
  useEffect(() => {
    giveChosenEarly();
  }, []);
  return (
    <label className={`${styles.button} ${styles[kind]} ${styles.file}`}>
      <ImageUp aria-hidden size={22} />
      {label}
      <input
        className={styles.fileInput}
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple
        autoFocus={hasFocus}
        onChange={give}
      />
    </label>
  );
}

function takeFiles(input: HTMLInputElement | null): readonly File[] {
  // A copy: the list empties together with the input.
  const files = [...(input?.files ?? [])];
  // The same file chosen again must count as a change.
  if (input) input.value = "";
  return files;
}
