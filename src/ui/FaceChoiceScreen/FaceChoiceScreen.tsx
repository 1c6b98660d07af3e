import type { CSSProperties, ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PhotoOfSeveral } from "../../app/matchState.ts";
import type { Analysis } from "../../face/analysedFace.ts";
import type { PixelBox } from "../../face/geometry.ts";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import styles from "./FaceChoiceScreen.module.css";

interface Props {
  readonly photo: PhotoOfSeveral;
  readonly onPick: (index: number) => void;
  readonly onPhoto: (file: File) => void;
}

export function FaceChoiceScreen({ photo, onPick, onPhoto }: Props): ReactElement {
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
        <Outlines analysis={analysis} onPick={onPick} />
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
      <PhotoButton kind="secondary" label={t("problem.another")} onPhoto={onPhoto} />
    </div>
  );
}

/** For the pointer only: in a crowd the outlines are too small to touch and too many to tab through. */
function Outlines({ analysis, onPick }: Pick<Props, "onPick"> & { readonly analysis: Analysis }) {
  return (
    <div aria-hidden>
      {analysis.faces.map(({ box }, i) => (
        <div
          key={i}
          className={styles.outline}
          style={placeOf(box, analysis)}
          onClick={() => {
            onPick(i);
          }}
        >
          <span className={styles.badge}>{i + 1}</span>
        </div>
      ))}
    </div>
  );
}

function placeOf({ x, y, width, height }: PixelBox, photo: Analysis): CSSProperties {
  return {
    left: `${(x / photo.width) * 100}%`,
    top: `${(y / photo.height) * 100}%`,
    width: `${(width / photo.width) * 100}%`,
    height: `${(height / photo.height) * 100}%`,
  };
}
