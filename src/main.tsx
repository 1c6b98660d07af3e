import "./ui/styles/fontFallbacks.css";
import "./ui/styles/fonts.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";

import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";

import type { Backend } from "./engine/faceEngine.ts";
import { bytesOf, MODEL_FILES } from "./engine/modelManifest.ts";
import { createI18n } from "./i18n/createI18n.ts";
import { firstLanguage, rememberedLanguage, type Language } from "./i18n/language.ts";
import { forgetFailedTexts, loadOtherScreens } from "./i18n/otherScreens.ts";
import { prepareDecoder } from "./photo/decodePhoto.ts";
import { letHeldGoOn, untilNotHeld } from "./pwa/holdDownloads.ts";
import { watchInstallability } from "./pwa/installPrompt.ts";
import { takeLaunchedPhotos } from "./pwa/launchedPhotos.ts";
import { isKept, savesData } from "./pwa/meteredConnection.ts";
import { registerServiceWorker } from "./pwa/registerServiceWorker.ts";
import { readRelease } from "./pwa/releaseFacts.ts";
import { assert } from "./shared/assert.ts";
import { createServices } from "./start/createServices.ts";
import { DRAWN, PAGE_READY, ROOT } from "./start/firstScreen.ts";
import { firstPaint } from "./start/firstPaint.ts";
import { Page } from "./start/Page.tsx";
import { settled } from "./start/settled.ts";
import { idle, whenIdle } from "./start/whenIdle.ts";
import { browserSettingsStorage } from "./storage/settingsStorage.ts";
import { trustOwnScripts } from "./trustOwnScripts.ts";
import { preloadAnswer, preloadScreens } from "./ui/App/lazyScreens.ts";
import { applyTheme } from "./ui/styles/applyTheme.ts";

trustOwnScripts();
const services = createServices({
  base: new URL(import.meta.env.BASE_URL, document.baseURI),
  backend: requestedBackend(),
  settingsStorage: browserSettingsStorage(),
  release: readRelease(document),
  report: reportError,
});
const i18n = createI18n(firstLanguage(rememberedLanguage(), navigator.languages));

followTheme();
watchInstallability((offer) => {
  services.pwa.send({ type: "installChanged", offer });
});
await render();

/** What was drawn by the build is made alive once it is seen; other addresses begin empty. */
async function render(): Promise<void> {
  const root = document.getElementById(ROOT);
  assert(root !== null, "index.html has a #root");
  const onReady = () => {
    root.removeAttribute(DRAWN);
    document.dispatchEvent(new Event(PAGE_READY));
    void prepare();
  };
  const page = <Page services={services} i18n={i18n} onReady={onReady} />;
  if (!root.hasAttribute(DRAWN)) {
    createRoot(root).render(page);
    return;
  }
  await firstPaint();
  // In slices: a click in between is not held up.
  startTransition(() => {
    hydrateRoot(root, page);
  });
}

/**
 * On a metered connection nothing before somebody asks for it. Else the engine after
 * what is small, since it keeps every core busy; whoever gives a photo starts it at once.
 */
async function prepare(): Promise<void> {
  // A photo may come before anything was got ready.
  afterFirstPhoto(() => void preloadAnswer());
  if (savesData() && !(await isKept())) {
    services.preparer.offerEngine(bytesOf(MODEL_FILES));
    whenIdle(takePhotosOfLaunch, () => void startPwa().catch(reportError));
    return;
  }
  takePhotosOfLaunch();
  await settled();
  whenIdle(
    () => void services.preparer.galleryReady(),
    prepareDecoder,
    () => void fetchTheRest().catch(reportError),
  );
}

/** Or a look through the camera, which leads to one. */
function afterFirstPhoto(work: () => void): void {
  const stop = services.matching.subscribe(() => {
    stop();
    work();
  });
}

function takePhotosOfLaunch(): void {
  takeLaunchedPhotos((files) => void services.session.usePhotos(files));
}

/**
 * First what an answer is made of; then the engine; then what other pages show and
 * what is kept for use without a network: at once, files would come twice.
 */
async function fetchTheRest(): Promise<void> {
  await Promise.all([
    preloadAnswer(),
    // What cannot be had now is asked for again when it is needed.
    loadOtherScreens(i18n, i18n.language as Language).catch(() => {
      forgetFailedTexts(i18n);
    }),
  ]);
  await services.preparer.galleryReady();
  await services.preparer.engineReady();
  await preloadScreens(async () => {
    // Nothing is asked for beside a photo.
    await untilNotHeld();
    await idle();
  });
  // Fetched by its first use otherwise: then a photo would be there already.
  await import("./storage/browserData.ts").catch(() => undefined);
  await startPwa();
}

/** Its code came with the page: on a line that breaks, it is what goes on from there. */
async function startPwa(): Promise<void> {
  letHeldGoOn();
  await registerServiceWorker((event) => {
    services.pwa.send(event);
    // All that it needs is here now, whatever the connection.
    if (event.type === "readyOffline") {
      void services.preparer.engineReady();
      void services.preparer.galleryReady();
    }
  });
}

function followTheme(): void {
  const { settings } = services.keeping;
  const apply = () => {
    applyTheme(settings.getSnapshot().theme);
  };
  apply();
  settings.subscribe(apply);
}

function requestedBackend(): Backend | undefined {
  const value = new URLSearchParams(location.search).get("backend");
  return value === "webgl" || value === "wasm" || value === "cpu" ? value : undefined;
}
