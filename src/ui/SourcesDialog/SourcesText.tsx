import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { formatCount, formatShare } from "../../i18n/formatNumbers.ts";
import type { Gallery } from "../../gallery/gallery.ts";
import { SourceItem } from "./SourceItem.tsx";
import styles from "./SourcesText.module.css";

interface Props {
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
}

/** What the answers rest on: whose photos, which networks, under what licences. */
export function SourcesText({ gallery }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.text}>
      {gallery ? <GallerySources gallery={gallery} /> : <p>{t("sources.loading")}</p>}
      <h3 className={styles.heading}>{t("sources.networks")}</h3>
      <p>{t("sources.networksNote")}</p>
    </div>
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
      <ul>
        {sources.map((source) => (
          <SourceItem
            key={source.id}
            source={source}
            count={people.filter((person) => person.sources.includes(source.id)).length}
          />
        ))}
      </ul>
      <p>{t("sources.own")}</p>
      <h3 className={styles.heading}>{t("sources.numbers")}</h3>
      <p>
        {t("sources.numbersNote", {
          distances: formatCount(calibration.impostor.count, i18n.language),
          named: formatShare(calibration.acceptedStrangers, i18n.language),
        })}
      </p>
    </>
  );
}
