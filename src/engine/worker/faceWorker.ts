import { expose } from "comlink";

import { fail, ok, type Result } from "../../shared/result.ts";
import type { OnStep } from "../faceEngine.ts";
import { fetchModels, type FetchPort, type ModelsUnavailable } from "../fetchModels.ts";
import {
  bytesOf,
  FIRST_FILES,
  SSD_FILES,
  type ModelContents,
  type ModelFile,
} from "../modelManifest.ts";
import { analysePhoto } from "./analysePhoto.ts";
import { backendLadder } from "./backendLadder.ts";
import { bitmapPixels, readPixels } from "./bitmapPixels.ts";
import type { FaceWorkerApi } from "./faceWorkerApi.ts";
import { inSteps } from "./inSteps.ts";
import { lookForFace } from "./lookForFace.ts";
import { buildNetworks } from "./networks.ts";
import { engineFailed, openBackend, startOn, theQuickest, type Engine } from "./openEngine.ts";

/** The answer is painted by then, even where nothing is quick. */
const AFTER_ANSWER_MS = 2000;

/** Thrown out of a photo that needs weights which cannot be had: ours to turn into a Result. */
class ModelsMissing extends Error {
  readonly reason: ModelsUnavailable;

  constructor(reason: ModelsUnavailable) {
    super(reason.cause);
    this.reason = reason;
  }
}

let engine: Engine | undefined;
/** The look that runs; a photo ends it. */
let looking: AbortController | undefined;
let photosInWork = 0;
/** Hears how far the weights are that the photo in work turned out to need. */
let tellPhoto: OnStep = () => undefined;

const api: FaceWorkerApi = {
  async start(options, onStep, probe) {
    if (engine !== undefined) return ok(engine.info);
    const loading = loadModels(options.modelsUrl, FIRST_FILES, onStep);
    const [first, ...others] = await backendLadder(options, probe);
    const opening = openBackend(first);
    const models = await loading;
    if (!models.ok) return models;
    onStep({ kind: "warming" });
    const build = () =>
      buildNetworks(models.value, (isAwaited) => loadSsd(options.modelsUrl, isAwaited));
    let started = await startOn(first, await opening, build);
    for (const rung of others) {
      if (started.ok) break;
      // Packing is to blame for wrong numbers, not for a driver that hangs or refuses.
      if (rung.isUnpacked && started.error.kind !== "wrongResult") continue;
      started = await startOn(rung, await openBackend(rung), build);
    }
    if (!started.ok) return engineFailed(started.error.cause);
    engine = await theQuickest(started.value, options, build);
    return ok(engine.info);
  },

  async analyse(photo, onStep) {
    if (engine === undefined) throw new Error("analyse before start");
    looking?.abort();
    photosInWork++;
    tellPhoto = onStep;
    const pixels = bitmapPixels(photo);
    try {
      const work = analysePhoto(engine.networks, pixels, onStep);
      return ok(await engine.context.guard(work));
    } catch (error) {
      return error instanceof ModelsMissing ? fail(error.reason) : engineFailed(error);
    } finally {
      await pixels.close();
      photo.close();
      photosInWork--;
      if (photosInWork === 0) tellPhoto = () => undefined;
      setTimeout(fetchSsd, AFTER_ANSWER_MS);
    }
  },

  async look(frame) {
    if (engine === undefined || photosInWork > 0 || looking !== undefined) {
      frame.close();
      return fail({ kind: engine === undefined ? "engineNotReady" : "engineBusy" });
    }
    const mine = (looking = new AbortController());
    try {
      const { networks } = engine;
      const pixels = readPixels(frame);
      const work = pixels.then((image) => lookForFace(networks, image, mine.signal));
      return ok(await engine.context.guard(work));
    } catch (error) {
      return mine.signal.aborted ? fail({ kind: "engineBusy" }) : engineFailed(error);
    } finally {
      frame.close();
      looking = undefined;
    }
  },
};

expose(api);

function loadModels(
  modelsUrl: string,
  files: readonly ModelFile[],
  onStep: OnStep,
): Promise<Result<ModelContents, ModelsUnavailable>> {
  const totalBytes = bytesOf(files);
  const onBytes = inSteps(totalBytes, (loadedBytes) => {
    onStep({ kind: "loading", loadedBytes, totalBytes });
  });
  const port: FetchPort = {
    fetch: (url, init) => fetch(url, init),
    digest: (content) => crypto.subtle.digest("SHA-256", content),
  };
  return fetchModels(port, modelsUrl, files, onBytes);
}

/** For everybody, whatever their photo: otherwise the request would tell the server of it. */
function fetchSsd(): void {
  if (photosInWork === 0) void engine?.networks.ssd.prepare();
}

/** The photo in work hears of it only while it waits for it. */
async function loadSsd(modelsUrl: string, isAwaited: () => boolean): Promise<ModelContents> {
  const tell: OnStep = (step) => {
    if (isAwaited()) tellPhoto(step);
  };
  const models = await loadModels(modelsUrl, SSD_FILES, tell);
  if (!models.ok) throw new ModelsMissing(models.error);
  tell({ kind: "detecting" });
  return models.value;
}
