import { SwitchCamera, X } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Camera, Facing } from "../../camera/openCamera.ts";
import { grabFrame, onFirstFrame } from "../../camera/videoFrames.ts";
import styles from "./CameraScreen.module.css";

interface Props {
  /** Absent while the browser asks for permission. */
  readonly camera: Camera | undefined;
  readonly onShoot: (grab: () => Promise<ImageBitmap>) => void;
  readonly onSwitch: (wanted: Facing) => void;
  readonly onClose: () => void;
}

export function CameraScreen({ camera, onShoot, onSwitch, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [shown, setShown] = useState<Camera>();
  const ready = camera !== undefined && shown === camera;

  useEffect(() => {
    const element = video.current;
    if (!camera || !element) return;
    element.srcObject = camera.stream;
    return onFirstFrame(element, () => {
      setShown(camera);
    });
  }, [camera]);

  const shoot = () => {
    const element = video.current;
    if (element) onShoot(() => grabFrame(element));
  };
  const mirrored = camera?.facing === "front";
  return (
    <div className={styles.screen}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("camera.title")}
      </h1>
      <div className={styles.stage}>
        <video
          ref={video}
          className={`${styles.video} ${mirrored ? styles.mirrored : ""}`}
          autoPlay
          playsInline
          muted
        />
        <div className={styles.guide} aria-hidden />
      </div>
      <p className={styles.status} role="status">
        {ready ? t("camera.ready") : t("camera.opening")}
      </p>
      <div className={styles.controls}>
        <button
          type="button"
          className={styles.side}
          aria-label={t("camera.close")}
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
        <button
          type="button"
          className={styles.shutter}
          aria-label={t("camera.shoot")}
          disabled={!ready}
          onClick={shoot}
        />
        {camera?.canSwitch ? (
          <button
            type="button"
            className={styles.side}
            aria-label={t("camera.switch")}
            onClick={() => {
              onSwitch(camera.facing === "front" ? "back" : "front");
            }}
          >
            <SwitchCamera aria-hidden />
          </button>
        ) : (
          <span className={styles.empty} />
        )}
      </div>
    </div>
  );
}
