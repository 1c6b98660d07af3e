import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Preparation } from "../../app/session/preparationState.ts";
import { Button } from "../Button/Button.tsx";
import { ProgressBar } from "../ProgressBar/ProgressBar.tsx";
import { usePreparationText } from "../usePreparationText.ts";
import styles from "./PreparationStatus.module.css";

interface Props {
  readonly preparation: Preparation;
  /** Starts what has failed, or what has not been started. */
  readonly onStart: () => void;
}

/** How far the page is with getting ready, in bytes where they can be counted. */
export function PreparationStatus({ preparation, onStart }: Props): ReactElement {
  const { t } = useTranslation();
  const text = usePreparationText(preparation);
  const { engine, gallery } = preparation;
  const failed = engine.phase === "failed" || gallery.phase === "failed";
  return (
    <div className={styles.status}>
      <div className={styles.bar}>
        {engine.phase === "loading" && (
          <ProgressBar
            label={t("preparing.progress")}
            value={engine.loadedBytes}
            max={engine.totalBytes}
          />
        )}
      </div>
      <p>{text}</p>
      {(failed || engine.phase === "offered") && (
        <Button kind="quiet" onClick={onStart}>
          {failed ? t("preparing.again") : t("preparing.loadNow")}
        </Button>
      )}
    </div>
  );
}
