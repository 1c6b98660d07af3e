import { Camera, UsersRound } from "lucide-react";
import { useDeferredValue, type ReactElement } from "react";
import { Trans, useTranslation } from "react-i18next";

import type { Preparation } from "../../app/session/preparationState.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import styles from "./HomeScreen.module.css";
import { PortraitWall } from "./PortraitWall.tsx";
import { PreparationStatus } from "./PreparationStatus.tsx";

interface Props {
  readonly preparation: Preparation;
  /** Whether the person came to choose a photo. */
  readonly choosesPhoto: boolean;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onTakePhoto: () => void;
  /** Begins with two people's photos instead of one. */
  readonly onPair: () => void;
  /** Gets ready what has failed, or what has not been started. */
  readonly onPrepare: () => void;
}

export function HomeScreen(props: Props): ReactElement {
  const { t } = useTranslation();
  const { gallery } = props.preparation;
  const loaded = gallery.phase === "ready" ? gallery.loaded : undefined;
  // Many pictures, and none of them urgent: they are drawn in pieces.
  const shown = useDeferredValue(loaded);
  return (
    <div className={styles.screen}>
      <PortraitWall loaded={shown} />
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("home.title")}
        </h1>
        <p className={styles.lead}>
          {loaded ? (
            <Trans
              i18nKey="home.leadCounted"
              count={loaded.gallery.people.length}
              components={{ people: <a href="#/people" /> }}
            />
          ) : (
            t("home.lead")
          )}
        </p>
        <div className={styles.actions}>
          <Button
            kind="primary"
            icon={<Camera aria-hidden size={22} />}
            onClick={props.onTakePhoto}
          >
            {t("home.takePhoto")}
          </Button>
          <PhotoButton
            kind="secondary"
            label={t("home.choosePhoto")}
            hasFocus={props.choosesPhoto}
            onPhotos={props.onPhotos}
          />
          <div className={styles.pair}>
            <Button kind="quiet" icon={<UsersRound aria-hidden size={20} />} onClick={props.onPair}>
              {t("home.pair")}
            </Button>
          </div>
        </div>
        <PreparationStatus preparation={props.preparation} onStart={props.onPrepare} />
        <p className={styles.hint}>{t("home.dropHint")}</p>
      </div>
    </div>
  );
}
