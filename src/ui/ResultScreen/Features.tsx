import { useState, type CSSProperties, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { STANDS_OUT, summariseFeatures } from "../../app/answer/evidenceSummary.ts";
import { formatPercentile } from "../../i18n/formatPercentile.ts";
import type { FaceFeature } from "../../matching/featureDistances.ts";
import type { FeatureScore } from "../../matching/featureScores.ts";
import { FeatureStage, type StageFace } from "./FeatureStage.tsx";
import styles from "./Features.module.css";

interface Props {
  /** At least one, most alike first. */
  readonly scores: readonly FeatureScore[];
  readonly faces: readonly [StageFace, StageFace];
}

/** What is alike, best first; the feature that is pointed at or chosen is shown on both faces. */
export function Features({ scores, faces }: Props): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<FaceFeature>();
  const [pointedAt, setPointedAt] = useState<FaceFeature>();
  const shown = pointedAt ?? chosen ?? scores[0]!.feature;
  return (
    <div className={styles.features}>
      <p className={styles.summary}>
        <Summary scores={scores} />
      </p>
      <FeatureStage feature={shown} faces={faces} />
      <ul className={styles.list}>
        {scores.map((score) => (
          <li key={score.feature}>
            <FeatureBar
              score={score}
              isShown={score.feature === shown}
              onChoose={() => {
                setChosen(score.feature);
              }}
              onPoint={setPointedAt}
            />
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {t("evidence.featureScale")} {t("evidence.expression")}
      </p>
    </div>
  );
}

function Summary({ scores }: Pick<Props, "scores">): string {
  const { t, i18n } = useTranslation();
  const named = (feature: FaceFeature) => t(`evidence.feature.${feature}`);
  const summary = summariseFeatures(scores);
  if (summary.kind === "nothing")
    return t("evidence.nothingStandsOut", { nearest: named(summary.nearest) });
  const best = new Intl.ListFormat(i18n.language).format(summary.best.map(named));
  return t("evidence.alike", { best, least: named(summary.least) });
}

interface FeatureBarProps {
  readonly score: FeatureScore;
  readonly isShown: boolean;
  readonly onChoose: () => void;
  /** Nothing: the pointer has left. */
  readonly onPoint: (feature: FaceFeature | undefined) => void;
}

function FeatureBar({ score, isShown, onChoose, onPoint }: FeatureBarProps): ReactElement {
  const { t, i18n } = useTranslation();
  const feature = t(`evidence.feature.${score.feature}`);
  const share = formatPercentile(score.moreAlikeThan, i18n.language);
  const isStrong = score.moreAlikeThan >= STANDS_OUT;
  return (
    <button
      type="button"
      className={`${styles.bar} ${isStrong ? styles.strong : ""}`}
      aria-pressed={isShown}
      aria-label={t("evidence.featureScore", { feature, share })}
      onClick={onChoose}
      onFocus={onChoose}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === "mouse") onPoint(score.feature);
      }}
      onPointerLeave={() => {
        onPoint(undefined);
      }}
    >
      <span className={styles.name}>{feature}</span>
      <span
        className={styles.track}
        style={{ "--part": `${100 * score.moreAlikeThan}%` } as CSSProperties}
      />
      <span className={styles.share}>{share}</span>
    </button>
  );
}
