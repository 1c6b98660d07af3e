import { ArrowLeft } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { Person } from "../../gallery/gallery.ts";
import { nearestPeople } from "../../gallery/nearestPeople.ts";
import { SourceItem } from "../SourcesDialog/SourceItem.tsx";
import { usePersonName } from "../usePersonName.ts";
import { PersonLink } from "./PersonLink.tsx";
import styles from "./PersonView.module.css";

const NEAREST = 4;

interface Props {
  readonly loaded: LoadedGallery;
  readonly person: Person;
}

/** One celebrity: the portrait, what it was made of, and who looks like them. */
export function PersonView({ loaded: { gallery, portraits }, person }: Props): ReactElement {
  const { t } = useTranslation();
  const name = usePersonName()(person);
  const portraitUrl = portraits.get(person.id);
  const sources = gallery.sources.filter(({ id }) => person.sources.includes(id));
  return (
    <article className={styles.page}>
      <p className={styles.back}>
        <a className={styles.backLink} href="#/people">
          <ArrowLeft aria-hidden size={20} />
          {t("people.all")}
        </a>
      </p>
      <div className={styles.frame}>
        {portraitUrl !== undefined && (
          <img
            className={styles.portrait}
            src={portraitUrl}
            alt={t("people.composite", { name })}
            width={224}
            height={280}
          />
        )}
      </div>
      <div className={styles.words}>
        <h1 className={styles.name} tabIndex={-1}>
          {name}
        </h1>
        <OtherName person={person} />
        <p>{t("people.photos", { count: person.photoCount })}</p>
        <p className={styles.muted}>{t("people.nobodysPhoto")}</p>
        <p>
          <a className={styles.action} href="#/">
            {t("people.howLike")}
          </a>
        </p>
      </div>
      <section className={styles.alike}>
        <h2 className={styles.subtitle}>{t("people.alike")}</h2>
        <ul className={styles.nearest}>
          {nearestPeople(gallery.people, person, NEAREST).map((other) => (
            <li key={other.id}>
              <PersonLink person={other} portraitUrl={portraits.get(other.id)} />
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.sources}>
        <h2 className={styles.subtitle}>{t("people.sources")}</h2>
        <ul>
          {sources.map((source) => (
            <SourceItem key={source.id} source={source} />
          ))}
        </ul>
      </section>
    </article>
  );
}

/** The name in the other alphabet, where there is one. */
function OtherName({ person: { name, names } }: { readonly person: Person }) {
  const { i18n } = useTranslation();
  if (names.ru === undefined) return undefined;
  const [language, other] = i18n.language === "ru" ? ["en", name] : ["ru", names.ru];
  return (
    <p className={styles.otherName} lang={language}>
      {other}
    </p>
  );
}
