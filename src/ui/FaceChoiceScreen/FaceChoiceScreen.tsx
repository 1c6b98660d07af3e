import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PhotoOfSeveral } from "../../app/capture/readPhotos.ts";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import styles from "./FaceChoiceScreen.module.css";
import { Spotlights } from "./Spotlights.tsx";

interface Props {
  readonly photo: PhotoOfSeveral;
  readonly onPick: (index: number) => void;
  readonly onPhotos: (files: readonly File[]) => void;
}

export function FaceChoiceScreen({ photo, onPick, onPhotos }: Props): ReactElement {
  const { t } = useTranslation();
  const { preview, analysis } = photo;
  return (
    <div className={styles.screen}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("faceChoice.title")}
        </h1>
        <p>{t("faceChoice.lead", { count: analysis.faces.length })}</p>
      </div>
      <div className={styles.photo}>
        <PixelCanvas className={styles.canvas} pixels={preview} label={t("faceChoice.photo")} />
        <Spotlights analysis={analysis} onPick={onPick} />
      </div>
      <ol className={styles.faces}>
        {analysis.faces.map(({ portrait }, i) => (
          <li key={i}>
            <button
              type="button"
              className={styles.face}
              data-testid="face-choice"
              aria-label={t("faceChoice.face", { number: i + 1 })}
              onClick={() => {
                onPick(i);
              }}
            >
              <PixelCanvas className={styles.portrait} pixels={portrait} />
              <span className={styles.number}>{i + 1}</span>
            </button>
          </li>
        ))}
      </ol>
      <PhotoButton kind="secondary" label={t("problem.another")} onPhotos={onPhotos} />
    </div>
  );
}
