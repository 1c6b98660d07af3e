/** Everything that the first screen does without, each in a chunk of its own. */
import { lazy, type ComponentType, type LazyExoticComponent } from "react";

import { inTurn } from "../../shared/inTurn.ts";

type Loader = () => Promise<unknown>;

/** Those that a photo may lead to. */
const ofAPhoto: Loader[] = [];
const ofOthers: Loader[] = [];

export const AnalysingScreen = onDemand(
  async () => (await import("../AnalysingScreen/AnalysingScreen.tsx")).AnalysingScreen,
  ofAPhoto,
);
export const ResultScreen = onDemand(
  async () => (await import("../ResultScreen/ResultScreen.tsx")).ResultScreen,
  ofAPhoto,
);
export const FaceChoiceScreen = onDemand(
  async () => (await import("../FaceChoiceScreen/FaceChoiceScreen.tsx")).FaceChoiceScreen,
  ofAPhoto,
);
export const GateScreen = onDemand(
  async () => (await import("../GateScreen/GateScreen.tsx")).GateScreen,
  ofAPhoto,
);
export const SecondScreen = onDemand(
  async () => (await import("../SecondScreen/SecondScreen.tsx")).SecondScreen,
  ofAPhoto,
);
export const PairScreen = onDemand(
  async () => (await import("../PairScreen/PairScreen.tsx")).PairScreen,
  ofAPhoto,
);
export const CameraScreen = onDemand(
  async () => (await import("../CameraScreen/CameraScreen.tsx")).CameraScreen,
);
export const PeoplePage = onDemand(
  async () => (await import("../PeoplePage/PeoplePage.tsx")).PeoplePage,
);
export const HowPage = onDemand(async () => (await import("../HowPage/HowPage.tsx")).HowPage);
export const PrivacyPage = onDemand(
  async () => (await import("../PrivacyPage/PrivacyPage.tsx")).PrivacyPage,
);
export const LicencesPage = onDemand(
  async () => (await import("../LicencesPage/LicencesPage.tsx")).LicencesPage,
);
export const SettingsPage = onDemand(
  async () => (await import("../SettingsPage/SettingsPage.tsx")).SettingsPage,
);
export const HistoryPage = onDemand(
  async () => (await import("../HistoryPage/HistoryPage.tsx")).HistoryPage,
);
export const ShareDialog = onDemand(
  async () => (await import("../share/ShareDialog.tsx")).ShareDialog,
);
export const InstallOffer = onDemand(
  async () => (await import("../InstallOffer/InstallOffer.tsx")).InstallOffer,
);

export const SourcesText = onDemand(
  async () => (await import("../SourcesDialog/SourcesText.tsx")).SourcesText,
);

/**
 * Loads every screen that a photo may lead to, in one go and in one order whatever
 * it shows: a request for one of them alone would tell the server how many faces it has.
 */
export function preloadAnswer(): Promise<void> {
  return loadInTurn(ofAPhoto);
}

/**
 * Loads every chunk while nothing else is to be done, so that no screen waits
 * for the network, and none asks for a file once a photo is there. One after the
 * other: all at once would hold up the page.
 *
 * @param pause before each
 */
export function preloadScreens(pause: () => Promise<void>): Promise<void> {
  return loadInTurn([...ofAPhoto, ...ofOthers], pause);
}

async function loadInTurn(loaders: readonly Loader[], pause?: () => Promise<void>): Promise<void> {
  await inTurn(loaders, async (load) => {
    await pause?.();
    // A chunk that cannot be had now is asked for again when it is shown.
    await load().catch(() => undefined);
  });
}

function onDemand<Props>(
  load: () => Promise<ComponentType<Props>>,
  loaders = ofOthers,
): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load);
  return lazy(async () => ({ default: await load() }));
}
