import { memo, useMemo, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { featuredPeople } from "../../app/featuredPeople.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { Beam } from "../Beam/Beam.tsx";
import { StarFace } from "../StarFace/StarFace.tsx";
import styles from "./PortraitWall.module.css";
import { useGrowing } from "./useGrowing.ts";
import { useOpeningTurn } from "./useOpeningTurn.ts";

/** Six rows of eight, of which the pair takes eight places. */
const CROWD = 40;

interface Props {
  /** Absent until it is loaded: the places are then empty. */
  readonly loaded: LoadedGallery | undefined;
}

/**
 * The visitor's place and a star's, the beam of light between them, and the
 * other famous faces around in the half-dark. Whoever is pointed at comes into
 * the light; it is a picture, and says nothing that the words do not.
 */
export const PortraitWall = memo(function PortraitWall({ loaded }: Props): ReactElement {
  const { t } = useTranslation();
  const people = useMemo(
    () => (loaded ? featuredPeople(loaded.gallery.people, CROWD) : []),
    [loaded],
  );
  const shown = people.slice(0, useGrowing(people.length));
  const urls = shown.map(({ id }) => loaded?.portraits.get(id));
  const turn = useOpeningTurn(people.length > 0);
  const [pointedAt, setPointedAt] = useState<number>();
  const [{ before, now }, setInLight] = useState({ before: NOBODY, now: NOBODY });
  const lit = pointedAt ?? FIRST_IN_LIGHT[turn % FIRST_IN_LIGHT.length]!;
  if (now !== lit) setInLight({ before: now, now: lit });
  return (
    <div className={styles.frame} role="img" aria-label={t("home.gallery")}>
      <div className={styles.wall}>
        <div className={styles.pair}>
          <div className={styles.face}>
            <StarFace className={styles.you} />
          </div>
          <div className={styles.face}>
            {/* The one before stays until the next one covers it. */}
            {[before, lit].map((place) => (
              <Star key={place} url={urls[place]} />
            ))}
          </div>
          <Beam className={styles.beam} />
        </div>
        {Array.from({ length: CROWD }, (_, i) => (
          <Place key={i} index={i} url={urls[i]} isLit={i === lit} onPoint={setPointedAt} />
        ))}
      </div>
    </div>
  );
});

interface PlaceProps {
  readonly index: number;
  readonly url: string | undefined;
  readonly isLit: boolean;
  readonly onPoint: (index: number) => void;
}

const Place = memo(function Place({ index, url, isLit, onPoint }: PlaceProps): ReactElement {
  return (
    <div
      className={styles.place}
      data-lit={isLit}
      onPointerEnter={() => {
        onPoint(index);
      }}
    >
      {url !== undefined && <img className={styles.portrait} src={url} alt="" />}
    </div>
  );
});

function Star({ url }: { readonly url: string | undefined }): ReactElement | undefined {
  return url === undefined ? undefined : <img className={styles.star} src={url} alt="" />;
}

/** No place of the crowd. */
const NOBODY = -1;

/** Places in the crowd that are in sight on every screen, beside the pair and above it. */
const FIRST_IN_LIGHT = [18, 27, 22, 12];
