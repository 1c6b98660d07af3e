import type { ReactElement } from "react";

import type { MatchSession } from "../../app/session/matchSession.ts";
import type { MatchState } from "../../app/session/matchState.ts";
import type { Preparer } from "../../app/session/prepare.ts";
import type { Preparation } from "../../app/session/preparationState.ts";
import type { Settings } from "../../app/settings.ts";
import type { FaceLooker } from "../../engine/faceLooker.ts";
import { assertNever } from "../../shared/assert.ts";
import { HomeScreen } from "../HomeScreen/HomeScreen.tsx";
import { ProblemScreen } from "../ProblemScreen/ProblemScreen.tsx";
import {
  AnalysingScreen,
  CameraScreen,
  FaceChoiceScreen,
  GateScreen,
  SecondScreen,
} from "./lazyScreens.ts";
import { MatchedView } from "./MatchedView.tsx";
import { PairedView } from "./PairedView.tsx";

interface Props {
  readonly state: MatchState;
  readonly choosesPhoto: boolean;
  readonly preparation: Preparation;
  readonly session: MatchSession;
  readonly preparer: Preparer;
  readonly looker: FaceLooker;
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
}

/** The screen of each phase, its callbacks tied to the session, which ends every promise. */
export function Screen(props: Props): ReactElement {
  const { state, preparation, session, preparer, settings, onSettings } = props;
  const onPhotos = (files: readonly File[]) => void session.usePhotos(files);
  const onTakePhoto = () => void session.openCamera(settings.camera);
  switch (state.phase) {
    case "idle":
      return (
        <HomeScreen
          preparation={preparation}
          choosesPhoto={props.choosesPhoto}
          onPhotos={onPhotos}
          onTakePhoto={onTakePhoto}
          onPair={session.startPair}
          onPrepare={() => {
            void preparer.engineReady();
            void preparer.galleryReady();
          }}
        />
      );
    case "camera":
      return (
        <CameraScreen
          camera={state.camera}
          look={props.looker.look}
          autoShot={settings.autoShot}
          onAutoShot={(autoShot) => {
            onSettings({ autoShot });
          }}
          onShoot={(grabFrames) => void session.shoot(grabFrames)}
          onSwitch={(camera) => {
            onSettings({ camera });
            void session.openCamera(camera);
          }}
          onClose={session.startOver}
        />
      );
    case "analysing":
      return (
        <AnalysingScreen
          step={state.step}
          done={state.done}
          count={state.count}
          preview={state.preview}
          preparation={preparation}
          onCancel={session.startOver}
        />
      );
    case "faceChoice":
      return <FaceChoiceScreen photo={state.photo} onPick={session.pickFace} onPhotos={onPhotos} />;
    case "gate":
      return (
        <GateScreen
          reading={state.reading}
          onUseAnyway={session.useAnyway}
          onPhotos={onPhotos}
          onTakePhoto={onTakePhoto}
        />
      );
    case "matched":
      return (
        <MatchedView
          result={state.result}
          leaveMeOut={!settings.shareWithMe}
          onLeaveMeOut={(leaveMeOut) => {
            onSettings({ shareWithMe: !leaveMeOut });
          }}
          filter={settings.filter}
          onFilter={(filter) => {
            onSettings({ filter });
          }}
          onPhotos={onPhotos}
          onTakePhoto={onTakePhoto}
          onPair={session.startPair}
        />
      );
    case "pairing":
      return (
        <SecondScreen
          first={state.first}
          onPhotos={onPhotos}
          onTakePhoto={onTakePhoto}
          onCancel={session.leavePair}
        />
      );
    case "paired":
      return (
        <PairedView
          first={state.first}
          second={state.second}
          loaded={state.loaded}
          onAnother={session.startPair}
          onPhotos={onPhotos}
          onStartOver={session.startOver}
        />
      );
    case "problem":
      return (
        <ProblemScreen
          problem={state.problem}
          onRetry={() => void session.retry()}
          onPhotos={onPhotos}
          onTakePhoto={onTakePhoto}
          onCompareTheTwo={session.compareTheTwo}
        />
      );
    default:
      return assertNever(state);
  }
}
