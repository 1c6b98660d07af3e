import { X } from "lucide-react";
import { useId, useRef, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatCount, formatShare } from "../../i18n/formatNumbers.ts";
import type { Gallery, Source } from "../../gallery/gallery.ts";
import styles from "./SourcesDialog.module.css";

interface Props {
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

/** A button that opens what the answers rest on: whose photos, which networks, under what licences. */
export function SourcesDialog({ gallery }: Props): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  return (
    <>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          dialog.current?.showModal();
        }}
      >
        {t("sources.open")}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={title}>
        <form method="dialog" className={styles.head}>
          {/* Takes the focus, so that a screen reader begins at the top and not at the first link. */}
          <h2 id={title} className={styles.title} tabIndex={-1}>
            {t("sources.title")}
          </h2>
          <button className={styles.close} aria-label={t("sources.close")}>
            <X aria-hidden size={22} />
          </button>
        </form>
        {gallery ? <GallerySources gallery={gallery} /> : <p>{t("sources.loading")}</p>}
        <h3>{t("sources.networks")}</h3>
        <p>{t("sources.networksNote")}</p>
      </dialog>
    </>
  );
}

function GallerySources({ gallery }: { readonly gallery: Gallery }): ReactElement {
  const { t, i18n } = useTranslation();
  const { people, sources, calibration } = gallery;
  const photos = people.reduce((sum, { photoCount }) => sum + photoCount, 0);
  return (
    <>
      <p>
        {t("sources.people", { count: people.length })} {t("sources.photos", { count: photos })}
      </p>
      <p>{t("sources.noPhoto")}</p>
      <ul className={styles.list}>
        {sources.map((source) => (
          <SourceItem
            key={source.id}
            source={source}
            count={people.filter((person) => person.sources.includes(source.id)).length}
          />
        ))}
      </ul>
      <p>{t("sources.own")}</p>
      <h3>{t("sources.numbers")}</h3>
      <p>
        {t("sources.numbersNote", {
          distances: formatCount(calibration.impostor.count, i18n.language),
          named: formatShare(calibration.acceptedStrangers, i18n.language),
        })}
      </p>
    </>
  );
}

function SourceItem({
  source,
  count,
}: {
  readonly source: Source;
  readonly count: number;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const translated = i18n.language === "ru" ? source.ru : undefined;
  const language = translated ? "ru" : "en";
  return (
    <li>
      <h3 lang="en">
        {source.url === "" ? (
          source.name
        ) : (
          // In a tab of its own: the answer on the screen behind would be lost.
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.name}
          </a>
        )}
      </h3>
      <p>
        {t("sources.people", { count })} {t("sources.licence")}{" "}
        <span lang={language}>{translated?.licence ?? source.licence}</span>.
      </p>
      <p lang={language}>{translated?.note ?? source.note}</p>
    </li>
  );
}
