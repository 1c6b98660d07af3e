import { Camera } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Reading } from "../../app/capture/reading.ts";
import { Beam } from "../Beam/Beam.tsx";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { StarFace } from "../StarFace/StarFace.tsx";
import styles from "./SecondScreen.module.css";

interface Props {
  /** Absent while nobody has been read: then it asks for the first of the two. */
  readonly first: Reading | undefined;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
  readonly onCancel: () => void;
}

/** Asks for a photo of the next of two people, beside the place that waits for it. */
export function SecondScreen(props: Props): ReactElement {
  const { t } = useTranslation();
  const { first } = props;
  const ask = first ? "askSecond" : "ask";
  return (
    <div className={styles.screen}>
      <div className={styles.pair}>
        {first ? (
          <PixelCanvas
            className={styles.place}
            pixels={first.face.portrait}
            label={t("pair.firstFace")}
          />
        ) : (
          <Waiting isNext />
        )}
        <Waiting isNext={first !== undefined} />
        <Beam className={styles.beam} />
      </div>
      <div className={styles.side}>
        <div className={styles.words}>
          <h1 className={styles.title} tabIndex={-1}>
            {t(`pair.${ask}.title`)}
          </h1>
          <p>{t(`pair.${ask}.lead`)}</p>
        </div>
        <div className={styles.actions}>
          <Button
            kind="primary"
            icon={<Camera aria-hidden size={22} />}
            onClick={props.onTakePhoto}
          >
            {t("problem.takePhoto")}
          </Button>
          <PhotoButton kind="secondary" label={t("pair.choose")} onPhotos={props.onPhotos} />
          <p className={styles.several}>{t("pair.several")}</p>
          <Button kind="quiet" onClick={props.onCancel}>
            {t("pair.back")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** An empty place; the one that the next photo is for is lit. */
function Waiting({ isNext }: { readonly isNext: boolean }): ReactElement {
  return (
    <div className={`${styles.place} ${styles.waiting} ${isNext ? styles.next : ""}`}>
      <StarFace className={styles.anybody} />
    </div>
  );
}
