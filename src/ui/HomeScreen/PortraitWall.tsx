import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { featuredPeople } from "../../app/featuredPeople.ts";
import type { LoadedGallery } from "../../app/rankFace.ts";
import styles from "./PortraitWall.module.css";

/** Four rows of five, one place kept for the visitor; narrow screens show the first rows. */
const WALL_PORTRAITS = 19;

interface Props {
  /** Absent until it is loaded: the places are then empty. */
  readonly loaded: LoadedGallery | undefined;
}

export function PortraitWall({ loaded }: Props): ReactElement {
  const { t } = useTranslation();
  const people = loaded ? featuredPeople(loaded.gallery.people, WALL_PORTRAITS) : [];
  const urls = people.map(({ id }) => loaded?.portraits.get(id));
  return (
    <div className={styles.frame} role="img" aria-label={t("home.gallery")}>
      <div className={styles.wall}>
        <div className={styles.you}>?</div>
        {Array.from({ length: WALL_PORTRAITS }, (_, i) => (
          <div key={i} className={styles.place}>
            {urls[i] !== undefined && <img className={styles.portrait} src={urls[i]} alt="" />}
          </div>
        ))}
      </div>
    </div>
  );
}
