import { createStore } from "../app/createStore.ts";
import { createDeletion } from "../app/deleteEverything.ts";
import { createHistoryStore } from "../app/history/history.ts";
import { keepHistory } from "../app/history/historyKeeper.ts";
import type { LoadedGallery } from "../app/answer/matchResult.ts";
import { createMatchSession } from "../app/session/matchSession.ts";
import { INITIAL_STATE, reduceMatch } from "../app/session/matchState.ts";
import { createPreparer } from "../app/session/prepare.ts";
import { INITIAL_PREPARATION, reducePreparation } from "../app/session/preparationState.ts";
import { INITIAL_PWA_STATE, reducePwa, type Release } from "../app/pwaState.ts";
import { createSettingsStore } from "../app/settings.ts";
import { openCamera } from "../camera/openCamera.ts";
import type { Backend } from "../engine/faceEngine.ts";
import { createFaceWorkerClient } from "../engine/faceWorkerClient.ts";
import type { GalleryUnavailable } from "../gallery/loadGallery.ts";
import { decodePhoto } from "../photo/decodePhoto.ts";
import { photoPreview } from "../photo/photoPreview.ts";
import { shrinkPhoto } from "../photo/shrinkPhoto.ts";
import { holdDownloads } from "../pwa/holdDownloads.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { backendMemory } from "../storage/backendMemory.ts";
import { encodePicture } from "../storage/encodePicture.ts";
import { historyOnDemand } from "../storage/historyOnDemand.ts";
import type { SettingsStorage } from "../storage/settingsStorage.ts";
import type { Services } from "../ui/App/App.tsx";
import type { Keeping } from "../ui/App/PageView.tsx";
import { warmFonts } from "../ui/warmFonts.ts";

export interface Surroundings {
  /** The folder that the app is served from, with a "/" at its end. */
  readonly base: URL;
  /** Absent: the engine chooses. */
  readonly backend: Backend | undefined;
  readonly settingsStorage: SettingsStorage;
  readonly release: Release | undefined;
  /** Takes what nobody foresaw. */
  readonly report: (error: unknown) => void;
}

type PwaStore = ReturnType<typeof createPwaStore>;

/** Everything behind the screens. Starts, opens and fetches nothing yet: the build calls it too, to draw the first screen. */
export function createServices(surroundings: Surroundings): Services & { readonly pwa: PwaStore } {
  const { base, backend, release, report } = surroundings;
  const pwa = createPwaStore();
  const keeping = createKeeping(surroundings, pwa);
  const matching = createStore(reduceMatch, INITIAL_STATE);
  const preparation = createStore(reducePreparation, INITIAL_PREPARATION);

  const options = { modelsUrl: new URL("models/", base).href, ...(backend && { backend }) };
  const engine = createFaceWorkerClient(options, {
    memory: backendMemory(release?.build),
    onBrokeDown: () => void preparer.restartEngine(),
  });
  const loadGallery = () => wholeGallery(new URL("gallery/", base).href);
  const preparer = createPreparer(preparation, { engine, loadGallery }, report);
  const session = createMatchSession(
    matching,
    {
      engine,
      preparer,
      decodePhoto,
      previewOf: photoPreview,
      shrunken: shrinkPhoto,
      openCamera: (wanted, onLost) => openCamera(mediaDevices(), wanted, onLost),
      holdDownloads: holdDownloadsUntilDrawn,
    },
    report,
  );
  const askToPersist = async () => (await browserData()).askToPersist();
  keepHistory({ ...keeping, matching, encodePicture, askToPersist, now: () => Date.now() }, report);
  return { matching, preparation, pwa, keeping, session, preparer, looker: engine };
}

function createPwaStore() {
  return createStore(reducePwa, INITIAL_PWA_STATE);
}

function createKeeping(surroundings: Surroundings, pwa: PwaStore): Keeping {
  const { base, settingsStorage, release, report } = surroundings;
  const settings = createSettingsStore(settingsStorage);
  const history = createHistoryStore(historyOnDemand(), report);
  const deletion = createDeletion(
    {
      history,
      settings,
      readBrowserData: async () => (await browserData()).readBrowserData(base.href),
      deleteBrowserData: async () => {
        await (await browserData()).deleteBrowserData(base.href);
        pwa.send({ type: "offlineFilesDeleted" });
      },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    report,
  );
  return { settings, history, deletion, release };
}

/** Fetched when it is first needed. */
function browserData() {
  return import("../storage/browserData.ts");
}

async function wholeGallery(folder: string): Promise<Result<LoadedGallery, GalleryUnavailable>> {
  const loader = await galleryLoader();
  if (!loader.ok) return loader;
  const { loadGallery, loadPortraits, portraitsOf } = loader.value;
  const fetchFile = (url: string, init?: RequestInit) => fetch(url, init);
  const loading = loadPortraits(folder, fetchFile);
  const gallery = await loadGallery(folder, fetchFile);
  if (!gallery.ok) return gallery;
  const { people } = gallery.value;
  const [files] = await Promise.all([
    loading,
    warmFonts(people.map(({ name, names }) => name + (names.ru ?? "")).join("")),
  ]);
  return ok({ gallery: gallery.value, portraits: portraitsOf(people, files) });
}

/** Its code is fetched too, and a line that breaks is not a bug. */
async function galleryLoader() {
  try {
    return ok(await import("../gallery/loadGallery.ts"));
  } catch (error) {
    return fail({ kind: "galleryUnavailable", file: "loadGallery", cause: String(error) });
  }
}

/** Absent, whatever its type says, in a page without a secure connection. */
function mediaDevices(): MediaDevices | undefined {
  return (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
}

/** Drawing the answer took up to 0.3 s on a machine ten times overbooked. */
const DRAWING_MS = 1500;

/** The answer is painted before anything is downloaded again. */
function holdDownloadsUntilDrawn(): () => void {
  const letGoOn = holdDownloads();
  return () => {
    setTimeout(letGoOn, DRAWING_MS);
  };
}
