import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Camera, CameraWish } from "../../camera/openCamera.ts";
import styles from "./CameraControls.module.css";

interface Props {
  readonly camera: Camera;
  readonly onPick: (wanted: CameraWish) => void;
}

/** A list of the cameras where there are more than the two that the switch goes between. */
export function CameraPicker({ camera, onPick }: Props): ReactElement | null {
  const { t } = useTranslation();
  const { devices = [], deviceId, facing } = camera;
  if (devices.length < 3) return null;
  return (
    <select
      className={styles.option}
      aria-label={t("camera.device")}
      value={deviceId}
      onChange={({ currentTarget }) => {
        onPick({ facing, deviceId: currentTarget.value });
      }}
    >
      {devices.map(({ id, label }, i) => (
        <option key={id} value={id}>
          {label || t("camera.deviceNumber", { number: i + 1 })}
        </option>
      ))}
    </select>
  );
}
