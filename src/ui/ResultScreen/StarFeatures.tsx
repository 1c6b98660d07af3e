import { useMemo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Match } from "../../app/answer/matchResult.ts";
import type { AnalysedFace } from "../../face/analysedFace.ts";
import { landmarksInPortrait } from "../../face/faceMesh.ts";
import { featureScores } from "../../matching/featureScores.ts";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { Portrait } from "../Portrait/Portrait.tsx";
import { usePersonName } from "../usePersonName.ts";
import { Features } from "./Features.tsx";

interface Props {
  readonly face: AnalysedFace;
  /** The person that is shown. */
  readonly match: Match;
  readonly distributions: Parameters<typeof featureScores>[2];
}

/** What is alike between the visitor and a celebrity. */
export function StarFeatures({ face, match, distributions }: Props): ReactElement {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const { portrait, landmarks } = face;
  const { shape } = match.person;
  const scores = useMemo(
    () => featureScores(landmarks, shape, distributions),
    [landmarks, shape, distributions],
  );
  const own = useMemo(() => landmarksInPortrait(landmarks), [landmarks]);
  return (
    <Features
      scores={scores}
      faces={[
        { picture: <PixelCanvas pixels={portrait} />, caption: t("result.you"), landmarks: own },
        {
          picture: <Portrait match={match} label="" />,
          caption: nameOf(match.person),
          landmarks: shape,
        },
      ]}
    />
  );
}
