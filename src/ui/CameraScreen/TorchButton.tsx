import { Flashlight, FlashlightOff } from "lucide-react";
import { useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Torch } from "../../camera/torch.ts";
import styles from "./CameraControls.module.css";

/** Switches the phone's light; it goes out with the camera. */
export function TorchButton({ torch }: { readonly torch: Torch }): ReactElement {
  const { t } = useTranslation();
  const [shining, setShining] = useState(false);
  const Icon = shining ? FlashlightOff : Flashlight;
  return (
    <button
      type="button"
      className={styles.option}
      aria-pressed={shining}
      onClick={() => {
        void torch.set(!shining).then(setShining);
      }}
    >
      <Icon aria-hidden size={20} />
      {t("camera.torch")}
    </button>
  );
}
