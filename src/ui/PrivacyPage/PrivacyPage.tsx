import { HardDrive, ImageOff, PlaneTakeoff, Server, Trash2, type LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import styles from "./PrivacyPage.module.css";

const PARTS = [
  { part: "photo", icon: ImageOff },
  { part: "kept", icon: HardDrive },
  { part: "server", icon: Server },
  { part: "check", icon: PlaneTakeoff },
  { part: "remove", icon: Trash2 },
] as const satisfies readonly { readonly part: string; readonly icon: LucideIcon }[];

/** What becomes of a photo, what is kept, what a server sees, how to check it and to delete it. */
export function PrivacyPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {t("privacy.title")}
        </h1>
        <p className={styles.lead}>{t("privacy.lead")}</p>
      </header>
      {PARTS.map(({ part, icon: Icon }) => (
        <section key={part} className={styles.part}>
          <Icon aria-hidden size={28} strokeWidth={1.5} className={styles.icon} />
          <h2 className={styles.subtitle}>{t(`privacy.${part}.title`)}</h2>
          <div className={styles.text}>
            <p>{t(`privacy.${part}.text`)}</p>
            {part === "remove" && (
              <p>
                <a className={styles.link} href="#/settings">
                  {t("privacy.remove.link")}
                </a>
              </p>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
