import { Camera, RotateCcw, UsersRound } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { retryMayHelp, type Problem } from "../../app/session/problem.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { ProblemPicture } from "./ProblemPicture.tsx";
import styles from "./ProblemScreen.module.css";

interface Props {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
  /** Of two photos that show two people: compares these. */
  readonly onCompareTheTwo: () => void;
}

/** What happened, how to do better, and every way on. */
export function ProblemScreen(props: Props): ReactElement {
  const { t } = useTranslation();
  const { kind } = props.problem;
  return (
    <div className={styles.screen}>
      <ProblemPicture kind={kind} />
      <div className={styles.words} role="alert" data-testid="problem" data-kind={kind}>
        <h1 className={styles.title} tabIndex={-1}>
          {t(`problem.${kind}.what`)}
        </h1>
        <p className={styles.how}>{t(`problem.${kind}.how`)}</p>
      </div>
      <WaysOn {...props} />
    </div>
  );
}

function WaysOn(props: Props): ReactElement {
  const { t } = useTranslation();
  const { kind } = props.problem;
  const retry = retryMayHelp(kind);
  const two = kind === "differentPeople";
  const isCamera = kind.startsWith("camera");
  return (
    <div className={styles.actions}>
      {two && (
        <Button
          kind="primary"
          icon={<UsersRound aria-hidden size={22} />}
          onClick={props.onCompareTheTwo}
        >
          {t("app.compareTheTwo")}
        </Button>
      )}
      {retry && (
        <Button kind="primary" icon={<RotateCcw aria-hidden size={20} />} onClick={props.onRetry}>
          {t("problem.retry")}
        </Button>
      )}
      <PhotoButton
        kind={retry || two ? "secondary" : "primary"}
        label={isCamera ? t("home.choosePhoto") : t("problem.another")}
        onPhotos={props.onPhotos}
      />
      {!isCamera && (
        <Button
          kind="secondary"
          icon={<Camera aria-hidden size={22} />}
          onClick={props.onTakePhoto}
        >
          {t("problem.takePhoto")}
        </Button>
      )}
    </div>
  );
}
