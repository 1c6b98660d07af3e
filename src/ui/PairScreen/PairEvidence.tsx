import { useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PairAnswer } from "../../app/answer/pairOf.ts";
import type { Reading } from "../../app/capture/reading.ts";
import { landmarksInPortrait } from "../../face/faceMesh.ts";
import type { PairCalibration } from "../../matching/calibration.ts";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { Features } from "../ResultScreen/Features.tsx";
import { LikenessSection } from "../ResultScreen/LikenessSection.tsx";
import { Section } from "../ResultScreen/Section.tsx";

interface Props {
  readonly first: Reading;
  readonly second: Reading;
  readonly answer: PairAnswer;
  readonly pairs: PairCalibration;
}

/** What is alike in the two, and where they stand among others: the same evidence as for a star. */
export function PairEvidence({ first, second, answer, pairs }: Props): ReactElement {
  const { t } = useTranslation();
  const faces = useMemo(
    () =>
      [
        stageOf(first.face, t("share.morph.first")),
        stageOf(second.face, t("share.morph.second")),
      ] as const,
    [first, second, t],
  );
  return (
    <>
      <Section title={t("evidence.features")}>
        <Features scores={answer.features} faces={faces} />
      </Section>
      <Section title={t("evidence.plot")}>
        <LikenessSection pair={answer} impostor={pairs.impostor} genuine={pairs.genuine} />
      </Section>
    </>
  );
}

function stageOf({ portrait, landmarks }: Reading["face"], caption: string) {
  return {
    picture: <PixelCanvas pixels={portrait} />,
    caption,
    landmarks: landmarksInPortrait(landmarks),
  };
}
