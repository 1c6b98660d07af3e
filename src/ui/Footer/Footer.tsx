import { memo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { OfflineFiles, PwaState, Update } from "../../app/pwaState.ts";
import type { EngineInfo } from "../../engine/faceEngine.ts";
import { formatMegabytes } from "../../i18n/formatNumbers.ts";
import type { Gallery } from "../../gallery/gallery.ts";
import { assertNever } from "../../shared/assert.ts";
import { SourcesDialog } from "../SourcesDialog/SourcesDialog.tsx";
import styles from "./Footer.module.css";

interface Props {
  readonly pwa: PwaState;
  /** Absent until the engine has started. */
  readonly engine: EngineInfo | undefined;
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

/** Drawn anew only when it changes, and not with each step of a download. */
export const Footer = memo(function Footer({ pwa, engine, gallery }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <footer className={styles.footer}>
      {pwa.update && <UpdateOffer {...pwa.update} />}
      <p className={styles.promise}>
        <span>{t("footer.private")}</span>
        <Offline files={pwa.offline} />
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
});

const BACKEND_NAMES = { webgl: "WebGL", wasm: "WebAssembly", cpu: "JavaScript" } as const;

function UpdateOffer({ apply, bytes }: Update): ReactElement {
  const { t } = useTranslation();
  const size = useMegabytes(bytes ?? 0);
  return (
    <p className={styles.update} role="status">
      {bytes === undefined ? t("footer.updateWaiting") : t("footer.updateWaitingOf", { size })}{" "}
      <button type="button" className={styles.action} onClick={apply}>
        {t("footer.update")}
      </button>
    </p>
  );
}

function Offline({ files }: { readonly files: OfflineFiles }): ReactElement | undefined {
  switch (files.phase) {
    case "none":
      return undefined;
    case "offered":
      return <KeepOffline {...files} />;
    case "keeping":
      return <Keeping {...files} />;
    case "ready":
      return <OfflineReady bytes={files.bytes} />;
    default:
      return assertNever(files);
  }
}

function KeepOffline({ keep, bytes }: { keep: () => void; bytes: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.action} onClick={keep}>
      {t("footer.keepOffline", { size: useMegabytes(bytes) })}
    </button>
  );
}

function Keeping({ keptBytes, totalBytes }: { keptBytes: number; totalBytes: number }) {
  const { t, i18n } = useTranslation();
  const kept = formatMegabytes(keptBytes, i18n.language);
  return <span>{t("footer.keeping", { kept, size: useMegabytes(totalBytes) })}</span>;
}

function OfflineReady({ bytes }: { readonly bytes: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles.offline} data-testid="offline-ready">
      {t("footer.offlineReady", { size: useMegabytes(bytes) })}
    </span>
  );
}

function useMegabytes(bytes: number): string {
  const { t, i18n } = useTranslation();
  return t("preparing.megabytes", { value: formatMegabytes(bytes, i18n.language) });
}
