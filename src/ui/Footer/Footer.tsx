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

export function Footer({ pwa, engine, gallery }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      {pwa.applyUpdate && (
        <p className={styles.update}>
          {t("footer.updateWaiting")}{" "}
          <button type="button" className={styles.apply} onClick={pwa.applyUpdate}>
            {t("footer.update")}
          </button>
        </p>
      )}
      <p className={styles.promise}>
        <span>{t("footer.private")}</span>
        <OfflineReady bytes={pwa.offlineReady?.bytes} />
      </p>
      <div className={styles.links}>
        <a className={styles.link} href="#/privacy">
          {t("footer.privacy")}
        </a>
        <SourcesDialog gallery={gallery} />
      </div>
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

/** @param bytes kept for use without a network; absent until all of them are */
function OfflineReady({ bytes }: { readonly bytes: number | undefined }): ReactElement | undefined {
  const { t, i18n } = useTranslation();
  if (bytes === undefined) return undefined;
  const size = t("preparing.megabytes", { value: formatMegabytes(bytes, i18n.language) });
  return (
    <span className={styles.offline} data-testid="offline-ready">
      {t("footer.offlineReady", { size })}
    </span>
  );
}
