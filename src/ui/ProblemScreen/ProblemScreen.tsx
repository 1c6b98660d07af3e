import { Camera, RotateCcw } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { retryMayHelp, type Problem } from "../../app/problem.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import styles from "./ProblemScreen.module.css";

interface Props {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onPhoto: (file: File) => void;
  readonly onTakePhoto: () => void;
}

/** What happened, how to do better, and every way on. */
export function ProblemScreen({ problem, onRetry, onPhoto, onTakePhoto }: Props): ReactElement {
  const { t } = useTranslation();
  const { kind } = problem;
  const retry = retryMayHelp(kind);
  const isCamera = kind.startsWith("camera");
  return (
    <div className={styles.screen}>
      <div className={styles.words} role="alert" data-testid="problem" data-kind={kind}>
        <h1 className={styles.title} tabIndex={-1}>
          {t(`problem.${kind}.what`)}
        </h1>
        <p className={styles.how}>{t(`problem.${kind}.how`)}</p>
      </div>
      <div className={styles.actions}>
        {retry && (
          <Button kind="primary" icon={<RotateCcw aria-hidden size={20} />} onClick={onRetry}>
            {t("problem.retry")}
          </Button>
        )}
        <PhotoButton
          kind={retry ? "secondary" : "primary"}
          label={isCamera ? t("home.choosePhoto") : t("problem.another")}
          onPhoto={onPhoto}
        />
        {!isCamera && (
          <Button kind="secondary" icon={<Camera aria-hidden size={22} />} onClick={onTakePhoto}>
            {t("problem.takePhoto")}
          </Button>
        )}
      </div>
    </div>
  );
}
