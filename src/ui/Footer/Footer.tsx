import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PwaState } from "../../app/pwaState.ts";
import type { EngineInfo } from "../../engine/faceEngine.ts";
import { formatMegabytes } from "../../i18n/formatNumbers.ts";
import type { Gallery } from "../../gallery/gallery.ts";
import { SourcesDialog } from "../SourcesDialog/SourcesDialog.tsx";
import styles from "./Footer.module.css";

interface Props {
  readonly pwa: PwaState;
  /** Absent until the engine has started. */
  readonly engine: EngineInfo | undefined;
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

export function Footer({
  pwa: { offlineReady, applyUpdate },
  engine,
  gallery,
}: Props): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <footer className={styles.footer}>
      <p className={styles.promise}>
        <span>{t("footer.private")}</span>
        {offlineReady && (
          <span className={styles.offline} data-testid="offline-ready">
            {t("footer.offlineReady", {
              size: t("preparing.megabytes", {
                value: formatMegabytes(offlineReady.bytes, i18n.language),
              }),
            })}
          </span>
        )}
      </p>
      <SourcesDialog gallery={gallery} />
      {applyUpdate && (
        <p>
          {t("footer.updateWaiting")}{" "}
          <button type="button" className={styles.update} onClick={applyUpdate}>
            {t("footer.update")}
          </button>
        </p>
      )}
      {engine && (
        <p data-testid="engine" data-backend={engine.backend}>
          {t("footer.engine", {
            backend: BACKEND_NAMES[engine.backend],
            reason: t(`footer.reason.${engine.reason}`),
          })}
        </p>
      )}
    </footer>
  );
}

const BACKEND_NAMES = { webgl: "WebGL", wasm: "WebAssembly" } as const;
