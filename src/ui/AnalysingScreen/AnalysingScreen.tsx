import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Preparation } from "../../app/session/preparationState.ts";
import type { ReadStep } from "../../app/capture/readPhotos.ts";
import { Beam } from "../Beam/Beam.tsx";
import { Button } from "../Button/Button.tsx";
import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";
import { StarFace } from "../StarFace/StarFace.tsx";
import { usePreparationText } from "../usePreparationText.ts";
import styles from "./AnalysingScreen.module.css";
import { LoadingBytes } from "./LoadingBytes.tsx";
import { StepLights } from "./StepLights.tsx";
import { useLongWait } from "./useLongWait.ts";

interface Props {
  readonly step: ReadStep;
  /** How many photos are behind, of how many. */
  readonly done: number;
  readonly count: number;
  /** Absent until the first photo is open. */
  readonly preview: ImageBitmap | undefined;
  readonly preparation: Preparation;
  readonly onCancel: () => void;
}

export function AnalysingScreen(props: Props): ReactElement {
  const { step, done, count, preview, preparation, onCancel } = props;
  const { t } = useTranslation();
  const now = duringAnalysis(preparation, step);
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
        <LitPhoto preview={preview} />
      </div>
      <div className={styles.progress}>
        <StepLights step={step} />
        <p className={styles.step} role="status">
          {loading ? t("preparing.reader") : text}
          {count > 1 && (
            <span className={styles.which}>
              {t("analysing.photo", { number: Math.min(done + 1, count), count })}
            </span>
          )}
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

/** The photo, or its empty place, with the beam going over it. */
function LitPhoto({ preview }: Pick<Props, "preview">): ReactElement {
  const { t } = useTranslation();
  const isTravelling = useLongWait();
  return (
    <div className={styles.photo}>
      {preview ? (
        <PixelCanvas className={styles.canvas} pixels={preview} label={t("analysing.yourPhoto")} />
      ) : (
        <StarFace className={styles.place} />
      )}
      <span className={styles.track} data-travelling={isTravelling} aria-hidden>
        <Beam />
      </span>
    </div>
  );
}

/** Undefined where the preparation says it. */
function useStepText(step: ReadStep): string | undefined {
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
function duringAnalysis(preparation: Preparation, step: ReadStep): Preparation {
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
