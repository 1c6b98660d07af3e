import {
  CameraOff,
  ImageOff,
  LightbulbOff,
  SearchX,
  UsersRound,
  WifiOff,
  type LucideIcon,
} from "lucide-react";
import type { ReactElement } from "react";

import type { ProblemKind } from "../../app/session/problem.ts";
import { Beam } from "../Beam/Beam.tsx";
import { StarFace } from "../StarFace/StarFace.tsx";
import styles from "./ProblemPicture.module.css";

/** The two places with no light in the second; the words beside it say all that it says. */
export function ProblemPicture({ kind }: { readonly kind: ProblemKind }): ReactElement {
  const Icon = ICONS[kind];
  return (
    <div className={styles.pair} aria-hidden>
      <div className={styles.first}>
        <StarFace className={styles.face} />
      </div>
      <div className={styles.second}>
        <Icon size={40} strokeWidth={1.5} />
      </div>
      <Beam className={styles.beam} />
    </div>
  );
}

const ICONS: Readonly<Record<ProblemKind, LucideIcon>> = {
  noFace: SearchX,
  differentPeople: UsersRound,
  notAnImage: ImageOff,
  unsupportedImage: ImageOff,
  imageTooLarge: ImageOff,
  damagedImage: ImageOff,
  unreadableFile: ImageOff,
  decoderUnavailable: WifiOff,
  cameraDenied: CameraOff,
  cameraMissing: CameraOff,
  cameraBusy: CameraOff,
  cameraUnsupported: CameraOff,
  modelsUnavailable: WifiOff,
  galleryUnavailable: WifiOff,
  engineFailed: LightbulbOff,
  unexpected: LightbulbOff,
};
