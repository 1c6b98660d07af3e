import { X } from "lucide-react";
import { useId, useRef, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Gallery } from "../../gallery/gallery.ts";
import styles from "./SourcesDialog.module.css";
import { SourcesText } from "./SourcesText.tsx";

interface Props {
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

/** A button that opens what the answers rest on: whose photos, which networks, under what licences. */
export function SourcesDialog({ gallery }: Props): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  return (
    <>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          dialog.current?.showModal();
        }}
      >
        {t("sources.open")}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={title}>
        <form method="dialog" className={styles.head}>
          {/* Takes the focus, so that a screen reader begins at the top and not at the first link. */}
          <h2 id={title} className={styles.title} tabIndex={-1}>
            {t("sources.title")}
          </h2>
          <button className={styles.close} aria-label={t("sources.close")}>
            <X aria-hidden size={22} />
          </button>
        </form>
        <SourcesText gallery={gallery} />
      </dialog>
    </>
  );
}
