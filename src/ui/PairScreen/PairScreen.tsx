import { Share2, UsersRound } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { comparePair } from "../../app/answer/pairOf.ts";
import type { Reading } from "../../app/capture/reading.ts";
import { Button } from "../Button/Button.tsx";
import { PhotoButton } from "../Button/PhotoButton.tsx";
import { FaceMorph } from "../Morph/FaceMorph.tsx";
import type { FacePair } from "../Morph/morphFace.ts";
import { PairEvidence } from "./PairEvidence.tsx";
import { PairWords } from "./PairWords.tsx";
import styles from "./PairScreen.module.css";

interface Props {
  readonly first: Reading;
  readonly second: Reading;
  readonly loaded: LoadedGallery;
  /** Compares the first with somebody else. */
  readonly onAnother: () => void;
  readonly onPhotos: (files: readonly File[]) => void;
  readonly onStartOver: () => void;
  /** Absent: not offered. */
  readonly onShare?: (pair: FacePair, similarity: number) => void;
}

/** How alike two people are: both faces, the figure with its meaning, and what is alike. */
export function PairScreen(props: Props): ReactElement {
  const { first, second, loaded } = props;
  const { pairs } = loaded.gallery.calibration;
  const answer = useMemo(() => pairs && comparePair(first, second, pairs), [first, second, pairs]);
  const faces = useMemo((): FacePair => facesOf(first, second), [first, second]);
  return (
    <div className={styles.screen}>
      <article className={styles.answer}>
        <FaceMorph pair={faces} />
        <div className={styles.side}>
          <PairWords answer={answer} first={first} second={second} />
          <Actions {...props} faces={faces} similarity={answer?.similarity} />
        </div>
      </article>
      {pairs && answer && (
        <PairEvidence first={first} second={second} answer={answer} pairs={pairs} />
      )}
    </div>
  );
}

function facesOf(first: Reading, second: Reading): FacePair {
  return {
    first: { kind: "photo", face: first.face, who: "first" },
    second: { kind: "photo", face: second.face, who: "second" },
  };
}

type ActionsProps = Pick<Props, "onAnother" | "onPhotos" | "onStartOver" | "onShare"> & {
  readonly faces: FacePair;
  readonly similarity: number | undefined;
};

function Actions(props: ActionsProps): ReactElement {
  const { t } = useTranslation();
  const { onShare, faces, similarity } = props;
  return (
    <div className={styles.actions}>
      {onShare && similarity !== undefined && (
        <Button
          kind="primary"
          icon={<Share2 aria-hidden size={20} />}
          onClick={() => {
            onShare(faces, similarity);
          }}
        >
          {t("result.shareAction")}
        </Button>
      )}
      <Button
        kind={onShare ? "secondary" : "primary"}
        icon={<UsersRound aria-hidden size={20} />}
        onClick={props.onAnother}
      >
        {t("pair.another")}
      </Button>
      <PhotoButton kind="secondary" label={t("pair.star")} onPhotos={props.onPhotos} />
      <Button kind="quiet" onClick={props.onStartOver}>
        {t("pair.over")}
      </Button>
    </div>
  );
}
