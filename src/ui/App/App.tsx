import { useCallback, useEffect, useRef, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { ReadableStore } from "../../app/createStore.ts";
import type { MatchSession } from "../../app/matchSession.ts";
import type { MatchState } from "../../app/matchState.ts";
import type { Preparer } from "../../app/prepare.ts";
import type { Preparation } from "../../app/preparationState.ts";
import type { PwaState } from "../../app/pwaState.ts";
import { Footer } from "../Footer/Footer.tsx";
import { Header } from "../Header/Header.tsx";
import { usePhotosFromOutside } from "../usePhotosFromOutside.ts";
import { useStore } from "../useStore.ts";
import styles from "./App.module.css";
import { Screen } from "./Screen.tsx";

export interface Services {
  readonly matching: ReadableStore<MatchState>;
  readonly preparation: ReadableStore<Preparation>;
  readonly pwa: ReadableStore<PwaState>;
  readonly session: MatchSession;
  readonly preparer: Preparer;
}

export function App({ services }: { readonly services: Services }): ReactElement {
  const { t } = useTranslation();
  const { session, preparer } = services;
  const state = useStore(services.matching);
  const preparation = useStore(services.preparation);
  const pwa = useStore(services.pwa);
  const main = useRef<HTMLElement>(null);

  const onPhoto = useCallback((file: File) => void session.usePhoto(file), [session]);
  const hovering = usePhotosFromOutside(onPhoto);
  useDocumentLanguage();
  useFocusOnNewScreen(main, state.phase);
  useCameraOffWhenHidden(session, state);

  return (
    <div className={styles.page}>
      <Header onHome={session.startOver} />
      <main ref={main} className={styles.main}>
        <Screen state={state} preparation={preparation} session={session} preparer={preparer} />
      </main>
      <Footer
        pwa={pwa}
        engine={preparation.engine.phase === "ready" ? preparation.engine.info : undefined}
        gallery={
          preparation.gallery.phase === "ready" ? preparation.gallery.loaded.gallery : undefined
        }
      />
      {hovering && <p className={styles.drop}>{t("home.drop")}</p>}
    </div>
  );
}

function useDocumentLanguage(): void {
  const { t, i18n } = useTranslation();
  const title = t("app.title");
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.title = title;
  }, [i18n.language, title]);
}

/** A screen reader is told of the new screen by its heading; not of the first, which it reads anyway. */
function useFocusOnNewScreen(
  main: { readonly current: HTMLElement | null },
  phase: MatchState["phase"],
): void {
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    window.scrollTo({ top: 0 });
    main.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [main, phase]);
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
