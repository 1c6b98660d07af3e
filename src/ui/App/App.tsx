import { Suspense, useCallback, useEffect, useRef, type ReactElement } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { navigate } from "wouter/use-hash-location";

import type { ReadableStore } from "../../app/createStore.ts";
import type { MatchSession } from "../../app/session/matchSession.ts";
import type { MatchState } from "../../app/session/matchState.ts";
import type { Preparer } from "../../app/session/prepare.ts";
import type { Preparation } from "../../app/session/preparationState.ts";
import type { PwaState } from "../../app/pwaState.ts";
import type { FaceLooker } from "../../engine/faceLooker.ts";
import { forgetFailedTexts } from "../../i18n/otherScreens.ts";
import { Footer } from "../Footer/Footer.tsx";
import { Header } from "../Header/Header.tsx";
import { OtherTexts } from "../OtherTexts.tsx";
import { usePhotosFromOutside } from "../usePhotosFromOutside.ts";
import { useStore } from "../useStore.ts";
import styles from "./App.module.css";
import { InstallOffer } from "./lazyScreens.ts";
import { PageView, type Keeping } from "./PageView.tsx";
import { Screen } from "./Screen.tsx";
import { ScreenFailure } from "./ScreenFailure.tsx";
import { useDocumentTitle } from "./useDocumentTitle.ts";
import { useFocusOnNewScreen } from "./useFocusOnNewScreen.ts";
import { useRouting } from "./useRouting.ts";

export interface Services {
  readonly matching: ReadableStore<MatchState>;
  readonly preparation: ReadableStore<Preparation>;
  readonly pwa: ReadableStore<PwaState>;
  readonly keeping: Keeping;
  readonly session: MatchSession;
  readonly preparer: Preparer;
  readonly looker: FaceLooker;
}

export function App({ services }: { readonly services: Services }): ReactElement {
  const { t, i18n } = useTranslation();
  const { session, preparer } = services;
  const state = useStore(services.matching);
  const preparation = useStore(services.preparation);
  const pwa = useStore(services.pwa);
  const settings = useStore(services.keeping.settings);
  const main = useRef<HTMLElement>(null);

  const onPhotos = useCallback(
    (files: readonly File[]) => void session.usePhotos(files),
    [session],
  );
  const onCamera = useCallback(
    () => void session.openCamera(services.keeping.settings.getSnapshot().camera),
    [session, services.keeping.settings],
  );
  const onHome = useCallback(() => {
    session.startOver();
    // A session that is at its start already moves no address.
    navigate("/");
  }, [session]);
  const page = useRouting(session, state.phase, onCamera);
  const hovering = usePhotosFromOutside(onPhotos);
  const { gallery } = preparation;
  const loaded = gallery.phase === "ready" ? gallery.loaded : undefined;
  useDocumentTitle(page, loaded);
  const screen = page.page === "match" ? state.phase : page.page;
  useFocusOnNewScreen(main, page.page === "people" ? `people/${page.personId ?? ""}` : screen);
  useCameraOffWhenHidden(session, state);
  // On a metered connection nobody has asked for it yet.
  const showsPeople = page.page === "people" || page.page === "history";
  useEffect(() => {
    if (showsPeople) void preparer.galleryReady();
  }, [showsPeople, preparer]);

  const isHome = screen === "idle";
  // Its picture lies over the whole page, where links under it would still be reached by Tab.
  const inCamera = screen === "camera";
  const view =
    page.page === "match" ? (
      <Screen
        state={state}
        choosesPhoto={page.choosesPhoto}
        preparation={preparation}
        session={session}
        preparer={preparer}
        looker={services.looker}
        settings={settings}
        onSettings={services.keeping.settings.change}
      />
    ) : (
      <PageView page={page} loaded={loaded} keeping={services.keeping} />
    );
  return (
    // For the few words that react-aria says itself.
    <I18nProvider locale={i18n.language}>
      <div className={styles.page}>
        {!inCamera && <Header page={page.page} onHome={onHome} />}
        <main ref={main} className={`${styles.main} ${isHome ? "" : styles.tall}`}>
          {/* Each screen reserves its room itself: nothing is shown for the blink that a chunk takes. */}
          <ScreenFailure
            key={screen}
            onPhotos={onPhotos}
            onTakePhoto={onCamera}
            onFailure={() => {
              forgetFailedTexts(i18n);
            }}
          >
            {isHome ? (
              view
            ) : (
              <Suspense fallback={<div className={styles.loading} />}>
                <OtherTexts>{view}</OtherTexts>
              </Suspense>
            )}
          </ScreenFailure>
          {screen === "matched" && pwa.install && (
            <Suspense>
              <InstallOffer offer={pwa.install} />
            </Suspense>
          )}
        </main>
        {!inCamera && (
          <Footer
            pwa={pwa}
            engine={preparation.engine.phase === "ready" ? preparation.engine.info : undefined}
            gallery={loaded?.gallery}
          />
        )}
        {hovering && <p className={styles.drop}>{t("home.drop")}</p>}
      </div>
    </I18nProvider>
  );
}

function useCameraOffWhenHidden(session: MatchSession, state: MatchState): void {
  const camera = state.phase === "camera" ? state.camera : undefined;
  useEffect(() => {
    if (!camera) return;
    const check = () => {
      if (document.hidden) session.pageHidden();
    };
    // It may have opened while the page was already hidden.
    check();
    document.addEventListener("visibilitychange", check);
    window.addEventListener("pagehide", session.pageHidden);
    return () => {
      document.removeEventListener("visibilitychange", check);
      window.removeEventListener("pagehide", session.pageHidden);
    };
  }, [session, camera]);
}
