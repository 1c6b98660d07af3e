import type { CameraError } from "../camera/cameraError.ts";
import type { Camera, Facing } from "../camera/openCamera.ts";
import type { PhotoError } from "../photo/photoError.ts";
import { assert } from "../shared/assert.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { analysePhoto, type AnalyseDeps, type PhotoSource } from "./analysePhoto.ts";
import type { Store } from "./createStore.ts";
import type { AnalysisStep, MatchEvent, MatchState, Outcome } from "./matchState.ts";
import { rankFace } from "./rankFace.ts";

export interface MatchSession {
  /** Analyses a file, whatever was on screen before. */
  readonly usePhoto: (file: Blob) => Promise<void>;
  readonly openCamera: (wanted: Facing) => Promise<void>;
  /** Takes the picture, turns the camera off and analyses it. */
  readonly shoot: (grabFrame: () => Promise<ImageBitmap>) => Promise<void>;
  readonly pickFace: (index: number) => void;
  /** Does the last thing again: the same photo, or the camera. */
  readonly retry: () => Promise<void>;
  /** Back to the start; ends whatever runs and turns the camera off. */
  readonly startOver: () => void;
  /** The page cannot be seen any more: the camera must not stay on. */
  readonly pageHidden: () => void;
}

export interface SessionDeps extends AnalyseDeps {
  readonly decodePhoto: (file: Blob) => Promise<Result<ImageBitmap, PhotoError>>;
  readonly openCamera: (wanted: Facing, onLost: () => void) => Promise<Result<Camera, CameraError>>;
  /** Stops downloads in the background; what it gives lets them go on. */
  readonly holdDownloads: () => () => void;
}

/**
 * Runs attempts one at a time and always brings the screen to an end state:
 * what nobody foresaw is reported and becomes "unexpected", so a spinner
 * cannot turn for ever.
 */
export function createMatchSession(
  store: Store<MatchState, MatchEvent>,
  deps: SessionDeps,
  report: (error: unknown) => void,
): MatchSession {
  let attempt = 0;
  let controller = new AbortController();
  let again: () => Promise<void> = () => Promise.resolve();

  function beginAttempt(): { readonly mine: number; readonly signal: AbortSignal } {
    controller.abort(new DOMException("Another attempt began", "AbortError"));
    controller = new AbortController();
    stopCamera();
    return { mine: ++attempt, signal: controller.signal };
  }

  function stopCamera(): void {
    const state = store.getSnapshot();
    if (state.phase === "camera") state.camera?.stop();
  }

  async function analyse(source: PhotoSource): Promise<void> {
    again = () => analyse(source);
    const { mine, signal } = beginAttempt();
    store.send({ type: "photoGiven", attempt: mine });
    const letGoOn = deps.holdDownloads();
    try {
      const outcome = await outcomeOf(source, mine, signal);
      store.send({ type: "finished", attempt: mine, outcome });
    } finally {
      letGoOn();
    }
  }

  async function outcomeOf(
    source: PhotoSource,
    mine: number,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const progress = {
      onPreview: (preview: ImageBitmap) => {
        store.send({ type: "photoOpened", attempt: mine, preview });
      },
      onStep: (step: AnalysisStep) => {
        store.send({ type: "stepped", attempt: mine, step });
      },
    };
    try {
      return await analysePhoto(source, deps, progress, signal);
    } catch (error) {
      if (!signal.aborted) report(error);
      return fail({ kind: "unexpected" });
    }
  }

  async function openCamera(wanted: Facing): Promise<void> {
    again = () => openCamera(wanted);
    const { mine, signal } = beginAttempt();
    store.send({ type: "cameraAsked", attempt: mine });
    const opened = await cameraOf(wanted, mine);
    if (!opened.ok) store.send({ type: "cameraFailed", attempt: mine, problem: opened.error });
    // The person may have left while the browser was asking.
    else if (signal.aborted) opened.value.stop();
    else store.send({ type: "cameraOpened", attempt: mine, camera: opened.value });
  }

  async function cameraOf(wanted: Facing, mine: number) {
    try {
      return await deps.openCamera(wanted, () => {
        store.send({ type: "cameraFailed", attempt: mine, problem: { kind: "cameraBusy" } });
      });
    } catch (error) {
      report(error);
      return fail({ kind: "unexpected" });
    }
  }

  function pickFace(index: number): void {
    const state = store.getSnapshot();
    if (state.phase !== "faceChoice") return;
    const { analysis, loaded } = state.photo;
    try {
      const face = analysis.faces[index];
      assert(face !== undefined, `there is no face ${index}`);
      store.send({ type: "facePicked", outcome: ok(rankFace(loaded, face)) });
    } catch (error) {
      report(error);
      store.send({ type: "facePicked", outcome: fail({ kind: "unexpected" }) });
    }
  }

  function startOver(): void {
    beginAttempt();
    store.send({ type: "startedOver" });
  }

  return {
    usePhoto: (file) => analyse(() => deps.decodePhoto(file)),
    openCamera,
    async shoot(grabFrame) {
      const mine = attempt;
      // Before `analyse` turns the camera off: a stopped camera gives a black frame.
      const [grabbed] = await Promise.allSettled([grabFrame()]);
      if (attempt === mine) await analyse(() => copyOf(grabbed));
    },
    pickFace,
    retry: () => again(),
    startOver,
    pageHidden() {
      const state = store.getSnapshot();
      // Not while the browser asks for permission: its own dialog may hide the page.
      if (state.phase === "camera" && state.camera !== undefined) startOver();
    },
  };
}

/** The engine takes its photo over, so each try gets a copy of the one frame there is. */
async function copyOf(grabbed: PromiseSettledResult<ImageBitmap>) {
  if (grabbed.status === "rejected") throw grabbed.reason;
  return ok(await createImageBitmap(grabbed.value));
}
