import { SwitchCamera, Timer, TimerOff, X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { useTranslation } from "react-i18next";

import { otherCamera, type Camera, type CameraWish } from "../../camera/openCamera.ts";
import styles from "./CameraControls.module.css";
import { CameraPicker } from "./CameraPicker.tsx";
import { TorchButton } from "./TorchButton.tsx";

interface Props {
  readonly camera: Camera | undefined;
  readonly canShoot: boolean;
  /** Whether the timer runs. */
  readonly counting: boolean;
  /** Absent where nothing can tell when to shoot. */
  readonly autoShot: boolean | undefined;
  readonly onShoot: () => void;
  readonly onTimer: () => void;
  readonly onAutoShot: (on: boolean) => void;
  readonly onSwitch: (wanted: CameraWish) => void;
  readonly onClose: () => void;
}

export function CameraControls(props: Props): ReactElement {
  const { camera, canShoot, counting, autoShot, onShoot, onTimer, onAutoShot } = props;
  const { onSwitch, onClose } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.controls}>
      <div className={styles.options}>
        {autoShot !== undefined && (
          <SwitchField isSelected={autoShot} onChange={onAutoShot}>
            <SwitchButton className={styles.auto!}>
              <span className={styles.track} aria-hidden />
              {t("camera.auto")}
            </SwitchButton>
          </SwitchField>
        )}
        {camera?.torch && <TorchButton key={camera.stream.id} torch={camera.torch} />}
        {camera && <CameraPicker camera={camera} onPick={onSwitch} />}
      </div>
      <div className={styles.row}>
        <RoundButton label={t("camera.close")} onClick={onClose}>
          <X aria-hidden />
        </RoundButton>
        <RoundButton
          label={counting ? t("camera.timerStop") : t("camera.timer")}
          onClick={onTimer}
          disabled={!canShoot}
        >
          {counting ? <TimerOff aria-hidden /> : <Timer aria-hidden />}
        </RoundButton>
        <button
          type="button"
          className={styles.shutter}
          aria-label={t("camera.shoot")}
          disabled={!canShoot}
          onClick={onShoot}
        />
        <span />
        {camera?.canSwitch && (
          <RoundButton
            label={t("camera.switch")}
            onClick={() => {
              onSwitch(otherCamera(camera));
            }}
          >
            <SwitchCamera aria-hidden />
          </RoundButton>
        )}
      </div>
    </div>
  );
}

interface RoundButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function RoundButton({ label, onClick, disabled, children }: RoundButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={styles.round}
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
    </button>
  );
}
