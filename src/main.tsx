import "./ui/styles/fonts.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";

import { createStore } from "./app/createStore.ts";
import { createMatchSession } from "./app/matchSession.ts";
import { INITIAL_STATE, reduceMatch } from "./app/matchState.ts";
import { createPreparer } from "./app/prepare.ts";
import { INITIAL_PREPARATION, reducePreparation } from "./app/preparationState.ts";
import { INITIAL_PWA_STATE, reducePwa } from "./app/pwaState.ts";
import type { LoadedGallery } from "./app/matchResult.ts";
import { createDeletion } from "./app/deleteEverything.ts";
import { createHistoryStore } from "./app/history.ts";
import { keepHistory } from "./app/historyKeeper.ts";
import { createSettingsStore } from "./app/settings.ts";
import { openCamera } from "./camera/openCamera.ts";
import type { Backend } from "./engine/faceEngine.ts";
import { createFaceWorkerClient } from "./engine/faceWorkerClient.ts";
import { MODEL_BYTES } from "./engine/modelManifest.ts";
import { loadGallery, loadPortraits, type GalleryUnavailable } from "./gallery/loadGallery.ts";
import { createI18n } from "./i18n/createI18n.ts";
import { firstLanguage, rememberedLanguage } from "./i18n/language.ts";
import { decodePhoto, prepareDecoder } from "./photo/decodePhoto.ts";
import { photoPreview } from "./photo/photoPreview.ts";
import { shrinkPhoto } from "./photo/shrinkPhoto.ts";
import { holdDownloads, letHeldGoOn } from "./pwa/holdDownloads.ts";
import { watchInstallability } from "./pwa/installPrompt.ts";
import { isKept, savesData } from "./pwa/meteredConnection.ts";
import { readRelease } from "./pwa/releaseFacts.ts";
import { askToPersist, deleteBrowserData, readBrowserData } from "./storage/browserData.ts";
import { encodePicture } from "./storage/encodePicture.ts";
import { openHistory } from "./storage/openHistory.ts";
import { browserSettingsStorage } from "./storage/settingsStorage.ts";
import { assert } from "./shared/assert.ts";
import { ok, type Result } from "./shared/result.ts";
import { warmFonts } from "./ui/warmFonts.ts";
import { preloadScreens } from "./ui/App/lazyScreens.ts";
import { applyTheme } from "./ui/styles/applyTheme.ts";
import type { Keeping } from "./ui/App/PageView.tsx";
import { App, type Services } from "./ui/App/App.tsx";
import { trustOwnScripts } from "./trustOwnScripts.ts";

trustOwnScripts();
const base = new URL(import.meta.env.BASE_URL, document.baseURI);
const pwa = createStore(reducePwa, INITIAL_PWA_STATE);
const keeping = createKeeping();
const services = createServices();

watchInstallability((offer) => {
  pwa.send({ type: "installChanged", offer });
});

const root = document.getElementById("root");
assert(root !== null, "index.html has a #root");
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={createI18n(firstLanguage(rememberedLanguage(), navigator.languages))}>
      <App services={services} />
    </I18nextProvider>
  </StrictMode>,
);

whenIdle(() => {
  void prepareEngine();
  void services.preparer.galleryReady();
  void preloadScreens();
  prepareDecoder();
  startPwa().catch(reportError);
});

/** On a metered connection not before somebody asks for it. */
async function prepareEngine(): Promise<void> {
  if (savesData() && !(await isKept())) services.preparer.offerEngine(MODEL_BYTES);
  else await services.preparer.engineReady();
}

/** Apart from the first load: the page is there without it. */
async function startPwa(): Promise<void> {
  const [{ registerServiceWorker }, { takeLaunchedPhotos }] = await Promise.all([
    import("./pwa/registerServiceWorker.ts"),
    import("./pwa/launchedPhotos.ts"),
  ]);
  letHeldGoOn();
  takeLaunchedPhotos((files) => void services.session.usePhotos(files));
  await registerServiceWorker((event) => {
    pwa.send(event);
    // All that it needs is here now, whatever the connection.
    if (event.type === "readyOffline") void services.preparer.engineReady();
  });
}

function createServices(): Services {
  const matching = createStore(reduceMatch, INITIAL_STATE);
  const preparation = createStore(reducePreparation, INITIAL_PREPARATION);

  const backend = requestedBackend();
  const engine = createFaceWorkerClient({
    modelsUrl: new URL("models/", base).href,
    ...(backend && { backend }),
  });
  const preparer = createPreparer(preparation, { engine, loadGallery: wholeGallery }, reportError);
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
    reportError,
  );
  keepHistory(
    { ...keeping, matching, encodePicture, askToPersist, now: () => Date.now() },
    reportError,
  );
  return { matching, preparation, pwa, keeping, session, preparer, looker: engine };
}

function createKeeping(): Keeping {
  const settings = createSettingsStore(browserSettingsStorage());
  const followTheme = () => {
    applyTheme(settings.getSnapshot().theme);
  };
  followTheme();
  settings.subscribe(followTheme);
  const history = createHistoryStore(openHistory(), reportError);
  const deletion = createDeletion(
    {
      history,
      settings,
      readBrowserData: () => readBrowserData(base.href),
      deleteBrowserData: async () => {
        await deleteBrowserData(base.href);
        pwa.send({ type: "offlineFilesDeleted" });
      },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    reportError,
  );
  return { settings, history, deletion, release: readRelease(document) };
}

async function wholeGallery(): Promise<Result<LoadedGallery, GalleryUnavailable>> {
  const folder = new URL("gallery/", base).href;
  const fetchFile = (url: string) => fetch(url);
  const gallery = await loadGallery(folder, fetchFile);
  if (!gallery.ok) return gallery;
  const { people } = gallery.value;
  const [portraits] = await Promise.all([
    loadPortraits(folder, people, fetchFile),
    warmFonts(people.map(({ name, names }) => name + (names.ru ?? "")).join("")),
  ]);
  return ok({ gallery: gallery.value, portraits });
}

/** Absent, whatever its type says, in a page without a secure connection. */
function mediaDevices(): MediaDevices | undefined {
  return (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
}

function requestedBackend(): Backend | undefined {
  const value = new URLSearchParams(location.search).get("backend");
  return value === "webgl" || value === "wasm" ? value : undefined;
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

/** After the first paint, so that the page is there before the weights are asked for. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200); // Safari
}
