import { Clapperboard, Copy, Download, Share2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../Button/Button.tsx";
import { ProgressBar } from "../ProgressBar/ProgressBar.tsx";
import { canCopyImages, canShareFile, copyImage, saveFile, shareFile } from "./handOver.ts";
import { makeCard, type Card } from "./makeCard.ts";
import styles from "./ShareDialog.module.css";
import type { CardState } from "./useCard.ts";
import { useFilm, type Film } from "./useFilm.ts";

interface Props {
  readonly card: Card;
  readonly drawn: CardState;
}

/** What came of the last action; `cancelled` is nothing to speak of. */
type Outcome =
  "sent" | "saved" | "copied" | "cancelled" | "shareFailed" | "copyFailed" | "videoFailed";

/** The ways out that this browser has, and how the last one went. */
export function ShareActions({ card, drawn }: Props): ReactElement {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  const film = useFilm();
  const file = drawn.kind === "ready" ? drawn.file : undefined;
  const canShare = file !== undefined && canShareFile(file);

  const onShare = async (sent: File) => {
    const shared = await shareFile(sent);
    setOutcome(shared.ok ? shared.value : shared.error.kind);
  };
  const onSave = (saved: File) => {
    saveFile(saved);
    setOutcome("saved");
  };
  const onCopy = async () => {
    const copied = await copyImage(pngOf(card));
    setOutcome(copied.ok ? copied.value : copied.error.kind);
  };
  const onFilm = async () => {
    setOutcome(undefined);
    setOutcome(await film.start(card));
  };
  return (
    <div className={styles.actions}>
      {canShare && (
        <Button
          kind="primary"
          icon={<Share2 aria-hidden size={20} />}
          onClick={() => void onShare(file)}
        >
          {t("share.share")}
        </Button>
      )}
      <div className={styles.secondary}>
        <Button
          kind={canShare ? "secondary" : "primary"}
          icon={<Download aria-hidden size={20} />}
          disabled={!file}
          onClick={() => {
            if (file) onSave(file);
          }}
        >
          {t("share.download")}
        </Button>
        {canCopyImages() && (
          <Button
            kind="secondary"
            icon={<Copy aria-hidden size={20} />}
            disabled={!file}
            onClick={() => void onCopy()}
          >
            {t("share.copy")}
          </Button>
        )}
      </div>
      {film.format && !card.leaveMeOut && <FilmAction film={film} onFilm={() => void onFilm()} />}
      <p className={styles.outcome} role="status">
        {outcome !== undefined && outcome !== "cancelled" && t(`share.${outcome}`)}
      </p>
    </div>
  );
}

interface FilmActionProps {
  readonly film: Film;
  readonly onFilm: () => void;
}

function FilmAction({ film, onFilm }: FilmActionProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { progress, stop } = film;
  if (progress === undefined)
    return (
      <Button kind="quiet" icon={<Clapperboard aria-hidden size={20} />} onClick={onFilm}>
        {t("share.video")}
      </Button>
    );
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" }).format(progress);
  return (
    <div className={styles.filming}>
      <ProgressBar value={progress} max={1} label={t("share.filming", { percent })} />
      <Button kind="quiet" onClick={stop}>
        {t("share.stopFilming")}
      </Button>
    </div>
  );
}

/** Rejects where the card cannot be drawn, which is how a clipboard is told. */
async function pngOf(card: Card): Promise<Blob> {
  const made = await makeCard(card, "image/png");
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}
