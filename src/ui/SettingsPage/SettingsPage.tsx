import { useEffect, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { ReadableStore } from "../../app/createStore.ts";
import type { Deletion, DeletionState } from "../../app/deleteEverything.ts";
import type { Release } from "../../app/pwaState.ts";
import { THEMES, type Settings } from "../../app/settings.ts";
import type { Gallery } from "../../gallery/gallery.ts";
import { formatDay } from "../../i18n/formatDates.ts";
import { LANGUAGE_LABELS, LANGUAGES } from "../../i18n/language.ts";
import { switchLanguage } from "../../i18n/otherScreens.ts";
import { ChoiceGroup } from "./ChoiceGroup.tsx";
import { KeptSection } from "./KeptSection.tsx";
import { SettingSwitch } from "./SettingSwitch.tsx";
import styles from "./SettingsPage.module.css";

interface Props {
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly deletionState: DeletionState;
  readonly deletion: Omit<Deletion, keyof ReadableStore<unknown>>;
  /** Absent until it is loaded. */
  readonly gallery: Gallery | undefined;
  /** Absent on the development server. */
  readonly release: Release | undefined;
}

/** Everything that the person decides, and everything that the device keeps of them. */
export function SettingsPage(props: Props): ReactElement {
  const { settings, onSettings, deletionState, deletion, gallery, release } = props;
  const { t, i18n } = useTranslation();
  useEffect(() => void deletion.open(), [deletion]);
  useEffect(() => void deletion.recount(), [deletion, settings, i18n.language]);
  return (
    <div className={styles.page}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("settings.title")}
      </h1>
      <Section title={t("settings.look")}>
        <LanguageChoice />
        <ChoiceGroup
          label={t("settings.theme")}
          choices={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          chosen={settings.theme}
          onChange={(theme) => {
            onSettings({ theme });
          }}
        />
      </Section>
      <PhotoSections settings={settings} onSettings={onSettings} />
      <HistorySection settings={settings} onSettings={onSettings} />
      <Section title={t("settings.kept")}>
        <KeptSection state={deletionState} onDelete={() => void deletion.deleteEverything()} />
      </Section>
      {(gallery ?? release) && <About gallery={gallery} release={release} />}
    </div>
  );
}

type ChangeProps = Pick<Props, "settings" | "onSettings">;

function LanguageChoice(): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceGroup
      label={t("settings.language")}
      choices={LANGUAGES.map((value) => ({
        value,
        label: LANGUAGE_LABELS[value].full,
        lang: value,
      }))}
      chosen={LANGUAGES.find((language) => language === i18n.language) ?? "en"}
      onChange={(language) => {
        void switchLanguage(i18n, language);
      }}
    />
  );
}

function PhotoSections({ settings, onSettings }: ChangeProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t("settings.camera")}>
        <SettingSwitch
          label={t("settings.autoShot")}
          note={t("settings.autoShotNote")}
          on={settings.autoShot}
          onChange={(autoShot) => {
            onSettings({ autoShot });
          }}
        />
      </Section>
      <Section title={t("settings.sharing")}>
        <SettingSwitch
          label={t("settings.leaveMeOut")}
          note={t("settings.leaveMeOutNote")}
          on={!settings.shareWithMe}
          onChange={(leaveOut) => {
            onSettings({ shareWithMe: !leaveOut });
          }}
        />
      </Section>
    </>
  );
}

function HistorySection({ settings, onSettings }: ChangeProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t("settings.history")}>
      <SettingSwitch
        label={t("settings.keepHistory")}
        note={t("settings.keepHistoryNote")}
        on={settings.keepHistory}
        onChange={(keepHistory) => {
          onSettings({ keepHistory });
        }}
      />
      <SettingSwitch
        label={t("settings.keepPhotos")}
        note={t("settings.keepPhotosNote")}
        on={settings.keepHistory && settings.keepPhotos}
        disabled={!settings.keepHistory}
        onChange={(keepPhotos) => {
          onSettings({ keepPhotos });
        }}
      />
      <a className={styles.link} href="#/history">
        {t("settings.openHistory")}
      </a>
    </Section>
  );
}

function About({ gallery, release }: Pick<Props, "gallery" | "release">): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t("settings.about")}>
      <dl className={styles.facts}>
        {release && (
          <div>
            <dt>{t("settings.version")}</dt>
            <dd>{t("settings.versionOf", { ...release })}</dd>
          </div>
        )}
        {gallery && (
          <div>
            <dt>{t("settings.gallery")}</dt>
            <dd>
              <GalleryEdition gallery={gallery} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function GalleryEdition({ gallery: { people, date } }: { readonly gallery: Gallery }): string {
  const { t, i18n } = useTranslation();
  const counted = t("settings.galleryOf", { count: people.length });
  if (date === undefined) return counted;
  return t("settings.galleryDated", { people: counted, date: formatDay(date, i18n.language) });
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps): ReactElement {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
