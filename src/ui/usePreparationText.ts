import { useTranslation } from "react-i18next";

import type { Preparation } from "../app/session/preparationState.ts";
import { formatMegabytes } from "../i18n/formatNumbers.ts";
import { assertNever } from "../shared/assert.ts";

/** How far the engine and the gallery are, as one line. */
export function usePreparationText({ engine, gallery }: Preparation): string {
  const { t, i18n } = useTranslation();
  const size = (bytes: number) =>
    t("preparing.megabytes", { value: formatMegabytes(bytes, i18n.language) });

  if (gallery.phase === "failed") return t("preparing.failed");
  switch (engine.phase) {
    case "waiting":
      return t("preparing.waiting");
    case "offered":
      return t("preparing.offered", { size: size(engine.bytes) });
    case "loading":
      return t("preparing.loading", {
        loaded: formatMegabytes(engine.loadedBytes, i18n.language),
        total: size(engine.totalBytes),
      });
    case "warming":
      return t("preparing.warming");
    case "failed":
      return t("preparing.failed");
    case "ready":
      return gallery.phase === "ready" ? t("preparing.ready") : t("preparing.gallery");
    default:
      return assertNever(engine);
  }
}
