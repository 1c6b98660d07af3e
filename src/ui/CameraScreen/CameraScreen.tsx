import { useRef, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Camera, CameraWish } from "../../camera/openCamera.ts";
import type { FaceLooker } from "../../engine/faceLooker.ts";
import type { Guidance } from "../../face/guidanceState.ts";
import { CameraControls } from "./CameraControls.tsx";
import styles from "./CameraScreen.module.css";
import { CameraStage } from "./CameraStage.tsx";
import { useCameraVideo } from "./useCameraVideo.ts";
import { useCountdown } from "./useCountdown.ts";
import { useGuidance } from "./useGuidance.ts";
import { useShutter, type GrabFrames } from "./useShutter.ts";

interface Props {
  /** Absent while the browser asks for permission. */
  readonly camera: Camera | undefined;
  /** Absent where nothing can guide: photos are taken all the same. Keep it the same from render to render. */
  readonly look?: FaceLooker["look"] | undefined;
  /** Whether a face that holds still is shot by itself. */
  readonly autoShot: boolean;
  readonly onAutoShot: (on: boolean) => void;
  /** `grabFrames` takes about a second and gives one to five frames, the best first. */
  readonly onShoot: (grabFrames: GrabFrames) => void;
  /** Another camera is wanted, now and from now on. */
  readonly onSwitch: (wanted: CameraWish) => void;
  readonly onClose: () => void;
}

/** The camera's picture over the whole page, what to do in front of it, and a shutter in reach of the thumb. */
export function CameraScreen(props: Props): ReactElement {
  const { camera, look, autoShot, onAutoShot, onShoot, onSwitch, onClose } = props;
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const ready = useCameraVideo(video, camera);
  const { shooting, shoot } = useShutter(video, look, onShoot);
  const countdown = useCountdown(shoot);
  const counting = countdown.left !== undefined;
  const guidance = useGuidance(video, ready && !shooting ? look : undefined, () => {
    if (autoShot && !counting) shoot();
  });
  const say = useInstruction();

  return (
    <div className={styles.screen}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("camera.title")}
      </h1>
      <CameraStage
        video={video}
        mirrored={camera?.facing === "front"}
        guidance={guidance}
        holding={shooting || (autoShot && !counting && guidance.hold !== undefined)}
        secondsLeft={countdown.left}
        instruction={say({ ready, shooting, autoShot, guidance })}
      />
      <CameraControls
        camera={camera}
        canShoot={ready && !shooting}
        counting={counting}
        autoShot={look === undefined ? undefined : autoShot}
        onShoot={shoot}
        onTimer={counting ? countdown.stop : countdown.start}
        onAutoShot={onAutoShot}
        onSwitch={onSwitch}
        onClose={onClose}
      />
    </div>
  );
}

interface Moment {
  readonly ready: boolean;
  readonly shooting: boolean;
  readonly autoShot: boolean;
  readonly guidance: Guidance;
}

/** The one thing to say at a moment. */
function useInstruction(): (moment: Moment) => string {
  const { t } = useTranslation();
  return ({ ready, shooting, autoShot, guidance: { shown } }) => {
    if (!ready) return t("camera.opening");
    if (shooting) return t("camera.shooting");
    if (shown === undefined) return t("camera.ready");
    return shown === "ready" && autoShot ? t("guide.hold") : t(`guide.${shown}`);
  };
}
