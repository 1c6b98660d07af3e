import { Columns2, Pause, Play } from "lucide-react";
import { useCallback, useRef, useState, type ReactElement, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { Beam } from "../Beam/Beam.tsx";
import styles from "./FaceMorph.module.css";
import type { FacePair, MorphFace } from "./morphFace.ts";
import { MorphHalf } from "./MorphHalf.tsx";
import { MorphSlider, type MorphSliderHandle } from "./MorphSlider.tsx";
import { useFaceWords } from "./useFaceWords.ts";
import { MIDDLE, useMorph, type Morph } from "./useMorph.ts";

interface Props {
  readonly pair: FacePair;
}

/**
 * Two faces with a beam of light between them: side by side, or merged into one
 * that a slider moves from the first to the second, or that does so by itself.
 * Same scale, eyes at the same height.
 */
export function FaceMorph({ pair }: Props): ReactElement {
  const { kept, version } = useKeptPair(pair);
  return <Stage key={version} pair={kept} />;
}

function Stage({ pair }: Props): ReactElement {
  const { t } = useTranslation();
  const { nameOf } = useFaceWords();
  const [merged, setMerged] = useState(false);
  const [playing, setPlaying] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const slider = useRef<MorphSliderHandle>(null);
  const onDrawn = useCallback((share: number) => slider.current?.show(share), []);
  const { player, status } = useMorph(pair, merged, host, onDrawn);

  const isMerged = merged && status === "open";
  const names = { first: nameOf(pair.first), second: nameOf(pair.second) };
  return (
    <div className={styles.morph} data-merged={isMerged}>
      <div className={styles.frame}>
        <div className={styles.stage} role="group" aria-label={t("share.morph.group", names)}>
          <MorphHalf face={pair.first} side="first" />
          <MorphHalf face={pair.second} side="second" />
          <div
            ref={host}
            className={styles.blend}
            {...(isMerged
              ? { role: "img", "aria-label": t("share.morph.blend", names) }
              : { "aria-hidden": true })}
          />
        </div>
        <Beam className={styles.beam} />
      </div>
      {hasPicture(pair.first) && hasPicture(pair.second) && status !== "failed" && (
        <Controls
          pair={pair}
          slider={slider}
          player={player}
          merged={merged}
          playing={playing}
          onMerged={setMerged}
          onPlaying={setPlaying}
        />
      )}
    </div>
  );
}

interface ControlsProps extends Props {
  readonly slider: RefObject<MorphSliderHandle | null>;
  readonly player: Morph["player"];
  readonly merged: boolean;
  readonly playing: boolean;
  readonly onMerged: (merged: boolean) => void;
  readonly onPlaying: (playing: boolean) => void;
}

function Controls(props: ControlsProps): ReactElement {
  const { pair, slider, player, merged, playing, onMerged, onPlaying } = props;
  const { t } = useTranslation();
  const { nameOf, shareOf } = useFaceWords();

  const onSideBySide = () => {
    player.current?.pause();
    onPlaying(false);
    onMerged(!merged);
  };
  const onPlay = () => {
    if (playing) player.current?.pause();
    else player.current?.play();
    onPlaying(!playing);
    onMerged(true);
  };
  const onShare = (share: number) => {
    player.current?.show(share);
    onPlaying(false);
    onMerged(true);
  };
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={styles.control}
        aria-pressed={!merged}
        aria-label={t("share.morph.sideBySide")}
        onClick={onSideBySide}
      >
        <Columns2 aria-hidden size={22} />
      </button>
      <MorphSlider
        ref={slider}
        label={t("share.morph.slider", { first: nameOf(pair.first), second: nameOf(pair.second) })}
        initial={MIDDLE}
        describe={(share) => shareOf(pair, share)}
        onShare={onShare}
      />
      <button
        type="button"
        className={styles.control}
        aria-label={playing ? t("share.morph.pause") : t("share.morph.play")}
        onClick={onPlay}
      >
        {playing ? <Pause aria-hidden size={22} /> : <Play aria-hidden size={22} />}
      </button>
    </div>
  );
}

function hasPicture(face: MorphFace): boolean {
  return face.kind === "photo" || face.portraitUrl !== undefined;
}

/** The pair as it was first given, for as long as the faces are the same: a new object alone changes nothing. */
function useKeptPair(pair: FacePair): { readonly kept: FacePair; readonly version: number } {
  const [state, setState] = useState({ kept: pair, version: 0 });
  const { kept, version } = state;
  if (kept !== pair && !(isSame(kept.first, pair.first) && isSame(kept.second, pair.second)))
    setState({ kept: pair, version: version + 1 });
  return state;
}

function isSame(a: MorphFace, b: MorphFace): boolean {
  if (a.kind === "photo") return b.kind === "photo" && a.face === b.face && a.who === b.who;
  return b.kind === "composite" && a.shape === b.shape && a.name === b.name;
}
