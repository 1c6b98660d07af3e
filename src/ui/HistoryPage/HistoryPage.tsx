import { useEffect, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { ReadableStore } from "../../app/createStore.ts";
import type { HistoryProblem, HistoryState, HistoryStore } from "../../app/history/history.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { Settings } from "../../app/settings.ts";
import { SettingSwitch } from "../SettingsPage/SettingSwitch.tsx";
import { HistoryList } from "./HistoryList.tsx";
import styles from "./HistoryPage.module.css";

interface Props {
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly historyState: HistoryState;
  readonly history: Omit<HistoryStore, keyof ReadableStore<unknown> | "add">;
  /** Absent until it is loaded: the portraits come from it. */
  readonly loaded: LoadedGallery | undefined;
}

/** The results that are kept on this device, and the switch that keeps them. */
export function HistoryPage(props: Props): ReactElement {
  const { settings, onSettings, historyState, history, loaded } = props;
  const { t } = useTranslation();
  useEffect(() => void history.refresh(), [history]);
  const { rows, problem } = historyState;
  const isEmpty = rows?.entries.length === 0;
  return (
    <div className={styles.page}>
      <h1 className={styles.title} tabIndex={-1}>
        {t("history.title")}
      </h1>
      {problem && <Problem problem={problem} />}
      {rows === undefined && !problem && <p role="status">{t("history.reading")}</p>}
      {isEmpty && <Nothing isKept={settings.keepHistory} />}
      {!isEmpty && rows && !settings.keepHistory && <p>{t("history.offButSome")}</p>}
      {rows && rows.damagedCount > 0 && (
        <p className={styles.remark}>{t("history.damaged", { count: rows.damagedCount })}</p>
      )}
      {rows && (
        <HistoryList
          entries={rows.entries}
          removed={historyState.removed}
          loaded={loaded}
          onRemove={(entry) => void history.remove(entry)}
          onUndo={() => void history.undoRemove()}
          onClear={() => void history.clear()}
        />
      )}
      <div className={styles.switches}>
        <SettingSwitch
          label={t("settings.keepHistory")}
          note={t("settings.keepHistoryNote")}
          on={settings.keepHistory}
          onChange={(keepHistory) => {
            onSettings({ keepHistory });
          }}
        />
      </div>
    </div>
  );
}

function Nothing({ isKept }: { readonly isKept: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <h2>{isKept ? t("history.emptyTitle") : t("history.offTitle")}</h2>
      <p>{isKept ? t("history.emptyText") : t("history.offText")}</p>
      {isKept && (
        <a className={styles.link} href="#/">
          {t("history.toStart")}
        </a>
      )}
    </div>
  );
}

function Problem({ problem: { kind } }: { readonly problem: HistoryProblem }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.problem} role="alert" data-testid="problem" data-kind={kind}>
      <h2>{t(`history.problem.${kind}.what`)}</h2>
      <p>{t(`history.problem.${kind}.how`)}</p>
    </div>
  );
}
