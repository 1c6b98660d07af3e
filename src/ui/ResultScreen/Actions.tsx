import { Share2, UsersRound } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import styles from "./Actions.module.css";

interface MainActionsProps {
  /** Absent: not offered. */
  readonly onShare?: (() => void) | undefined;
  readonly onTakePhoto: () => void;
}

/** Always at hand: on a phone a bar at the bottom of the screen. */
export function MainActions({ onShare, onTakePhoto }: MainActionsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      {onShare && (
        <Button
          kind="primary"
          icon={<Share2 aria-hidden size={20} className={styles.icon} />}
          onClick={onShare}
        >
          {t("result.shareAction")}
        </Button>
      )}
      <Button kind={onShare ? "secondary" : "primary"} onClick={onTakePhoto}>
        {t("result.newPhoto")}
      </Button>
    </div>
  );
}

interface MoreActionsProps {
  readonly onPair?: (() => void) | undefined;
  readonly onPhotos: (files: readonly File[]) => void;
}

/** What to do after reading to the end. */
export function MoreActions({ onPair, onPhotos }: MoreActionsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.more}>
      <PhotoButton kind="secondary" label={t("home.choosePhoto")} onPhotos={onPhotos} />
      {onPair && (
        <Button
          kind="secondary"
          icon={<UsersRound aria-hidden size={22} className={styles.icon} />}
          onClick={onPair}
        >
          {t("result.pairAction")}
        </Button>
      )}
    </div>
  );
}
