import { X } from "lucide-react";
import { Suspense, useId, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Gallery } from "../../gallery/gallery.ts";
import { SourcesText } from "../App/lazyScreens.ts";
import { OtherTexts } from "../OtherTexts.tsx";
import styles from "./SourcesDialog.module.css";

interface Props {
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

/** A button that opens what the answers rest on: whose photos, which networks, under what licences. */
export function SourcesDialog({ gallery }: Props): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          setOpened(true);
          dialog.current?.showModal();
        }}
      >
        {t("footer.sources.open")}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={title}>
        <form method="dialog" className={styles.head}>
          {/* Takes the focus, so that a screen reader begins at the top and not at the first link. */}
          <h2 id={title} className={styles.title} tabIndex={-1}>
            {t("footer.sources.title")}
          </h2>
          <button className={styles.close} aria-label={t("footer.sources.close")}>
            <X aria-hidden size={22} />
          </button>
        </form>
        {opened && (
          <Suspense>
            <OtherTexts>
              <SourcesText gallery={gallery} />
            </OtherTexts>
          </Suspense>
        )}
      </dialog>
    </>
  );
}
