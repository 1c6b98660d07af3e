import { Camera } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Reading } from "../../app/capture/reading.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import styles from "./GateScreen.module.css";

interface Props {
  /** Of a verdict that needs asking (qualityGate.ts). */
  readonly reading: Reading;
  readonly onUseAnyway: () => void;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
}

/** The photo is poor: why, and every way on; the person decides. */
export function GateScreen(props: Props): ReactElement {
  const { t } = useTranslation();
  const { quality, portrait } = props.reading.face;
  const reason = reasonOf(quality.verdict);
  return (
    <div className={styles.screen}>
      <PixelCanvas className={styles.face} pixels={portrait} label={t("gate.face")} />
      <div className={styles.side}>
        <div className={styles.words}>
          <h1 className={styles.title} tabIndex={-1}>
            {t(`gate.${reason}.what`)}
          </h1>
          <p className={styles.why}>{t(`gate.${reason}.why`)}</p>
        </div>
        <div className={styles.actions}>
          <Button
            kind="primary"
            icon={<Camera aria-hidden size={22} />}
            onClick={props.onTakePhoto}
          >
            {t("problem.takePhoto")}
          </Button>
          <PhotoButton kind="secondary" label={t("problem.another")} onPhotos={props.onPhotos} />
          <Button kind="quiet" onClick={props.onUseAnyway}>
            {t("gate.anyway")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Blur stands in for what never comes here: light alone spoils little. */
function reasonOf(verdict: QualityVerdict): "tooSmall" | "profile" | "blurred" {
  return verdict === "tooSmall" || verdict === "profile" ? verdict : "blurred";
}
