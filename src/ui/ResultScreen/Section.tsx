import { useId, type ReactElement, type ReactNode } from "react";

import styles from "./Section.module.css";

interface Props {
  /** Says where on the screen. */
  readonly className?: string | undefined;
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A part of the page under its quiet heading. */
export function Section({ className, title, note, children }: Props): ReactElement {
  const titleId = useId();
  return (
    <section className={`${styles.section} ${className ?? ""}`} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {children}
    </section>
  );
}
