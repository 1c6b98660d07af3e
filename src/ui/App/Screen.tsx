import type { ReactElement } from "react";

import type { MatchSession } from "../../app/matchSession.ts";
import type { MatchState } from "../../app/matchState.ts";
import type { Preparer } from "../../app/prepare.ts";
import type { Preparation } from "../../app/preparationState.ts";
import { assertNever } from "../../shared/assert.ts";
import { AnalysingScreen } from "../AnalysingScreen/AnalysingScreen.tsx";
import { CameraScreen } from "../CameraScreen/CameraScreen.tsx";
import { FaceChoiceScreen } from "../FaceChoiceScreen/FaceChoiceScreen.tsx";
import { HomeScreen } from "../HomeScreen/HomeScreen.tsx";
import { ProblemScreen } from "../ProblemScreen/ProblemScreen.tsx";
import { ResultScreen } from "../ResultScreen/ResultScreen.tsx";

interface Props {
  readonly state: MatchState;
  readonly preparation: Preparation;
  readonly session: MatchSession;
  readonly preparer: Preparer;
}

/** The screen of each phase, its callbacks tied to the session, which ends every promise. */
export function Screen({ state, preparation, session, preparer }: Props): ReactElement {
  const onPhoto = (file: File) => void session.usePhoto(file);
  const onTakePhoto = () => void session.openCamera("front");
  switch (state.phase) {
    case "idle":
      return (
        <HomeScreen
          preparation={preparation}
          onPhoto={onPhoto}
          onTakePhoto={onTakePhoto}
          onRetryPreparation={() => {
            void preparer.engineReady();
            void preparer.galleryReady();
          }}
        />
      );
    case "camera":
      return (
        <CameraScreen
          camera={state.camera}
          onShoot={(grab) => void session.shoot(grab)}
          onSwitch={(wanted) => void session.openCamera(wanted)}
          onClose={session.startOver}
        />
      );
    case "analysing":
      return (
        <AnalysingScreen
          step={state.step}
          preview={state.preview}
          preparation={preparation}
          onCancel={session.startOver}
        />
      );
    case "faceChoice":
      return <FaceChoiceScreen photo={state.photo} onPick={session.pickFace} onPhoto={onPhoto} />;
    case "matched":
      return (
        <ResultScreen result={state.result} onPhoto={onPhoto} onStartOver={session.startOver} />
      );
    case "problem":
      return (
        <ProblemScreen
          problem={state.problem}
          onRetry={() => void session.retry()}
          onPhoto={onPhoto}
          onTakePhoto={onTakePhoto}
        />
      );
    default:
      return assertNever(state);
  }
}
