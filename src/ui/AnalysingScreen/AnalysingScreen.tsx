import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { AnalysisStep } from "../../app/matchState.ts";
import type { Preparation } from "../../app/preparationState.ts";
import { Button } from "../Button/Button.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { usePreparationText } from "../usePreparationText.ts";
import styles from "./AnalysingScreen.module.css";
import { LoadingBytes } from "./LoadingBytes.tsx";

interface Props {
  readonly step: AnalysisStep;
  readonly preview: ImageBitmap | undefined;
  readonly preparation: Preparation;
  readonly onCancel: () => void;
}

export function AnalysingScreen({ step, preview, preparation, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const now = step.kind === "preparing" ? preparation : duringAnalysis(preparation, step);
  const preparing = usePreparationText(now);
  const { engine } = now;
  const loading = engine.phase === "loading" ? engine : undefined;
  const text = useStepText(step) ?? preparing;
  return (
    <div className={styles.screen}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("analysing.title")}
      </h1>
      <div className={styles.stage}>
        {preview && (
          <div className={styles.photo}>
            <PixelCanvas
              className={styles.canvas}
              pixels={preview}
              label={t("analysing.yourPhoto")}
            />
            <span className={styles.light} aria-hidden />
          </div>
        )}
      </div>
      <div className={styles.progress}>
        <p className={styles.step} role="status">
          {loading ? t("preparing.reader") : text}
        </p>
        <div className={styles.bytes}>
          {loading && (
            <LoadingBytes loadedBytes={loading.loadedBytes} totalBytes={loading.totalBytes} />
          )}
        </div>
        <Button kind="secondary" onClick={onCancel}>
          {t("analysing.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Undefined where the preparation says it. */
function useStepText(step: AnalysisStep): string | undefined {
  const { t } = useTranslation();
  switch (step.kind) {
    case "opening":
      return t("analysing.opening");
    case "detecting":
      return t("analysing.detecting");
    case "describing":
      return t("analysing.describing", { count: step.faceCount });
    case "preparing":
    case "loading":
    case "warming":
      return undefined;
  }
}

/** An engine that had to start anew loads while a photo already waits for it. */
function duringAnalysis(preparation: Preparation, step: AnalysisStep): Preparation {
  switch (step.kind) {
    case "loading": {
      const { loadedBytes, totalBytes } = step;
      return { ...preparation, engine: { phase: "loading", loadedBytes, totalBytes } };
    }
    case "warming":
      return { ...preparation, engine: { phase: "warming" } };
    default:
      return preparation;
  }
}
