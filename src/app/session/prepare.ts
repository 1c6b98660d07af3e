import type { FaceEngine } from "../../engine/faceEngine.ts";
import type { GalleryUnavailable } from "../../gallery/loadGallery.ts";
import { fail, type Result } from "../../shared/result.ts";
import type { Store } from "../createStore.ts";
import type {
  EngineOutcome,
  GalleryOutcome,
  Preparation,
  PreparationEvent,
} from "./preparationState.ts";
import type { LoadedGallery } from "../answer/matchResult.ts";

/** Gets the engine and the gallery ready, each once; a failure is forgotten, so asking again tries again. */
export interface Preparer {
  readonly engineReady: () => Promise<EngineOutcome>;
  readonly galleryReady: () => Promise<GalleryOutcome>;
  /** After a failure in the middle of a photo: starts anew whatever ran before, perhaps on another backend. */
  readonly restartEngine: () => Promise<EngineOutcome>;
  /** Says what starting the engine would load, and waits until somebody asks for it. */
  readonly offerEngine: (bytes: number) => void;
}

export interface PreparerDeps {
  readonly engine: FaceEngine;
  readonly loadGallery: () => Promise<Result<LoadedGallery, GalleryUnavailable>>;
}

/** Neither promise ever rejects: what nobody foresaw is reported and answered as "unexpected". */
export function createPreparer(
  store: Store<Preparation, PreparationEvent>,
  { engine, loadGallery }: PreparerDeps,
  report: (error: unknown) => void,
): Preparer {
  async function startEngine(): Promise<EngineOutcome> {
    store.send({ type: "engineStarted" });
    const outcome = await guarded(() =>
      engine.start((step) => {
        store.send({ type: "engineStep", step });
      }),
    );
    store.send({ type: "engineFinished", outcome });
    return outcome;
  }

  async function fetchGallery(): Promise<GalleryOutcome> {
    store.send({ type: "galleryStarted" });
    const outcome = await guarded(loadGallery);
    store.send({ type: "galleryFinished", outcome });
    return outcome;
  }

  async function guarded<T extends Result<unknown, { readonly kind: string }>>(
    work: () => Promise<T>,
  ) {
    try {
      return await work();
    } catch (error) {
      report(error);
      return fail({ kind: "unexpected" });
    }
  }

  const starting = onceUntilItFails(startEngine);
  return {
    engineReady: starting.get,
    restartEngine: starting.again,
    galleryReady: onceUntilItFails(fetchGallery).get,
    offerEngine: (bytes) => {
      store.send({ type: "engineOffered", bytes });
    },
  };
}

function onceUntilItFails<T extends { readonly ok: boolean }>(
  work: () => Promise<T>,
): { readonly get: () => Promise<T>; readonly again: () => Promise<T> } {
  let running: Promise<T> | undefined;
  const get = async () => {
    const mine = (running ??= work());
    const outcome = await mine;
    // Not one that somebody else has started since.
    if (!outcome.ok && running === mine) running = undefined;
    return outcome;
  };
  const again = () => {
    running = undefined;
    return get();
  };
  return { get, again };
}
