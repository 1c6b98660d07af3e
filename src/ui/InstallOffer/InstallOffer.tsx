import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { PwaState } from "../../app/pwaState.ts";
import { Button } from "../Button/Button.tsx";
import styles from "./InstallOffer.module.css";

interface Props {
  readonly offer: NonNullable<PwaState["install"]>;
}

/** Under an answer, never before one: whoever has seen what the app does can say whether to keep it. */
export function InstallOffer({ offer }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles.offer} aria-label={t("install.title")}>
      <p className={styles.words}>
        <strong>{t("install.title")}</strong>{" "}
        {t(offer.kind === "prompt" ? "install.why" : "install.shareMenu")}
      </p>
      <div className={styles.actions}>
        {offer.kind === "prompt" && (
          <Button kind="secondary" onClick={offer.accept}>
            {t("install.accept")}
          </Button>
        )}
        <Button kind="quiet" onClick={offer.decline}>
          {t("install.decline")}
        </Button>
      </div>
    </section>
  );
}
