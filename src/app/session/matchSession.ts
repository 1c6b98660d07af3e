import type { CameraError } from "../../camera/cameraError.ts";
import type { Camera, CameraWish } from "../../camera/openCamera.ts";
import type { PhotoError } from "../../photo/photoError.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import type { Store } from "../createStore.ts";
import type { MatchEvent, MatchState } from "./matchState.ts";
import type { Problem } from "./problem.ts";
import {
  readPhotos,
  type PhotoSource,
  type Read,
  type ReadDeps,
  type ReadStep,
} from "../capture/readPhotos.ts";

export interface MatchSession {
  /** Reads photos of one person, whatever was on screen before. Nothing for none. */
  readonly usePhotos: (files: readonly Blob[]) => Promise<void>;
  readonly openCamera: (wanted: CameraWish) => Promise<void>;
  /** Takes the frames of a burst, turns the camera off and reads them. */
  readonly shoot: (grabFrames: () => Promise<readonly ImageBitmap[]>) => Promise<void>;
  readonly pickFace: (index: number) => void;
  /** Goes on with a photo that is poor. */
  readonly useAnyway: () => void;
  /** Asks for a second person, or for both where nobody has been read. */
  readonly startPair: () => void;
  /** Back to the answer that was there before, if any. */
  readonly leavePair: () => void;
  /** Two photos turned out to show two people: compares them. */
  readonly compareTheTwo: () => void;
  /** Does the last thing again: the same photos, or the camera. */
  readonly retry: () => Promise<void>;
  /** Back to the start; ends whatever runs and turns the camera off. */
  readonly startOver: () => void;
  /** The page cannot be seen any more: the camera must not stay on. */
  readonly pageHidden: () => void;
}

export interface SessionDeps extends ReadDeps {
  readonly decodePhoto: (file: Blob) => Promise<Result<ImageBitmap, PhotoError>>;
  readonly openCamera: (
    wanted: CameraWish,
    onLost: () => void,
  ) => Promise<Result<Camera, CameraError>>;
  /** Stops downloads in the background; what it gives lets them go on. */
  readonly holdDownloads: () => () => void;
}

/** More would take a phone minutes, and the mean hardly changes. Chosen. */
export const MAX_PHOTOS = 8;

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

  async function read(sources: readonly PhotoSource[]): Promise<void> {
    again = () => read(sources);
    const { mine, signal } = beginAttempt();
    store.send({ type: "photosGiven", attempt: mine, count: sources.length });
    const letGoOn = deps.holdDownloads();
    try {
      const outcome = await outcomeOf(sources, mine, signal);
      store.send({ type: "finished", attempt: mine, outcome });
    } finally {
      letGoOn();
    }
  }

  async function outcomeOf(
    sources: readonly PhotoSource[],
    mine: number,
    signal: AbortSignal,
  ): Promise<Result<Read, Problem>> {
    const progress = {
      onPhoto: (done: number, preview: ImageBitmap) => {
        store.send({ type: "photoOpened", attempt: mine, done, preview });
      },
      onStep: (step: ReadStep) => {
        store.send({ type: "stepped", attempt: mine, step });
      },
    };
    try {
      return await readPhotos(sources, deps, progress, signal);
    } catch (error) {
      if (!signal.aborted) report(error);
      return fail({ kind: "unexpected" });
    }
  }

  async function openCamera(wanted: CameraWish): Promise<void> {
    again = () => openCamera(wanted);
    const { mine, signal } = beginAttempt();
    store.send({ type: "cameraAsked", attempt: mine });
    // The guidance needs it; on a metered connection nobody has started it yet.
    void deps.preparer.engineReady();
    const opened = await cameraOf(wanted, mine);
    if (!opened.ok) store.send({ type: "cameraFailed", attempt: mine, problem: opened.error });
    // The person may have left while the browser was asking.
    else if (signal.aborted) opened.value.stop();
    else store.send({ type: "cameraOpened", attempt: mine, camera: opened.value });
  }

  async function cameraOf(wanted: CameraWish, mine: number) {
    try {
      return await deps.openCamera(wanted, () => {
        store.send({ type: "cameraFailed", attempt: mine, problem: { kind: "cameraBusy" } });
      });
    } catch (error) {
      report(error);
      return fail({ kind: "unexpected" });
    }
  }

  async function shoot(grabFrames: () => Promise<readonly ImageBitmap[]>): Promise<void> {
    const mine = attempt;
    // Before `read` turns the camera off: a stopped camera gives a black frame.
    const [grabbed] = await Promise.allSettled([grabFrames()]);
    if (attempt !== mine) return;
    if (grabbed.status === "fulfilled" && grabbed.value.length > 0)
      return read(grabbed.value.map((frame) => () => copyOf(frame)));
    report(grabbed.status === "rejected" ? grabbed.reason : new Error("A burst of no frames"));
    beginAttempt();
    store.send({ type: "broke" });
  }

  function startOver(): void {
    beginAttempt();
    store.send({ type: "startedOver" });
  }

  return {
    async usePhotos(files) {
      const sources = files.slice(0, MAX_PHOTOS).map((file) => () => deps.decodePhoto(file));
      if (sources.length > 0) await read(sources);
    },
    openCamera,
    shoot,
    pickFace(index) {
      store.send({ type: "facePicked", index });
    },
    useAnyway() {
      store.send({ type: "poorPhotoAccepted" });
    },
    startPair() {
      beginAttempt();
      store.send({ type: "pairStarted" });
    },
    leavePair() {
      beginAttempt();
      store.send({ type: "pairLeft" });
    },
    compareTheTwo() {
      store.send({ type: "differentPeopleCompared" });
    },
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
async function copyOf(frame: ImageBitmap) {
  return ok(await createImageBitmap(frame));
}
