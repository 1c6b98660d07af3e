import { Search, Trash2, Undo2, X } from "lucide-react";
import { useRef, useState, type ReactElement, type RefObject } from "react";
import { Button as AriaButton, Input, SearchField } from "react-aria-components/SearchField";
import { useTranslation } from "react-i18next";

import { searchHistory } from "../../app/history/historySearch.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { HistoryEntry } from "../../storage/historyEntry.ts";
import { Button } from "../Button/Button.tsx";
import { ConfirmDialog } from "../SettingsPage/ConfirmDialog.tsx";
import { usePersonName } from "../usePersonName.ts";
import { HistoryItem } from "./HistoryItem.tsx";
import styles from "./HistoryList.module.css";

interface Props {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Removed last; can come back. */
  readonly removed: HistoryEntry | undefined;
  readonly loaded: LoadedGallery | undefined;
  readonly onRemove: (entry: HistoryEntry) => void;
  readonly onUndo: () => void;
  readonly onClear: () => void;
}

export function HistoryList(props: Props): ReactElement {
  const { entries, removed, loaded, onRemove, onUndo, onClear } = props;
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [removedHere, setRemovedHere] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const found = searchHistory(entries, text);
  return (
    <>
      {entries.length > 0 && (
        <div>
          <NameSearch text={text} onText={setText} />
          <p className={styles.count} role="status">
            {found.length > 0 ? t("history.found", { count: found.length }) : t("history.notFound")}
          </p>
        </div>
      )}
      <ul ref={list} className={styles.list} tabIndex={-1} aria-label={t("history.results")}>
        {found.map((entry) => (
          <HistoryItem
            key={entry.id}
            entry={entry}
            loaded={loaded}
            onRemove={() => {
              setRemovedHere(entry.id);
              onRemove(entry);
            }}
          />
        ))}
      </ul>
      {/* Not what was removed on an earlier visit: it would take the focus from the heading. */}
      {removed?.id === removedHere && removed && (
        <Removed key={removed.id} entry={removed} list={list} onUndo={onUndo} />
      )}
      {entries.length > 0 && <ClearAll count={entries.length} onClear={onClear} />}
    </>
  );
}

interface NameSearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function NameSearch({ text, onText }: NameSearchProps): ReactElement {
  const { t } = useTranslation();
  return (
    <SearchField
      className={styles.search!}
      aria-label={t("history.search")}
      value={text}
      onChange={onText}
    >
      <Search aria-hidden size={20} className={styles.searchIcon} />
      <Input className={styles.input!} placeholder={t("history.search")} />
      <AriaButton className={styles.clear!} aria-label={t("history.clearSearch")}>
        <X aria-hidden size={20} />
      </AriaButton>
    </SearchField>
  );
}

interface RemovedProps {
  readonly entry: HistoryEntry;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onUndo: () => void;
}

/** Takes the focus from the row that is gone, and gives it to the list when the row is back. */
function Removed({ entry, list, onUndo }: RemovedProps): ReactElement {
  const { t } = useTranslation();
  const name = usePersonName()(entry.matches[0]);
  return (
    <div className={styles.removed} role="status">
      <p>{t("history.removed", { name })}</p>
      <button
        ref={focusOnce}
        type="button"
        className={styles.undo}
        onClick={() => {
          list.current?.focus();
          onUndo();
        }}
      >
        <Undo2 aria-hidden size={20} />
        {t("history.undo")}
      </button>
    </div>
  );
}

/** Outside the component, so that it is the same at each render and runs once. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface ClearAllProps {
  readonly count: number;
  readonly onClear: () => void;
}

function ClearAll({ count, onClear }: ClearAllProps): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.clearAll}>
      <Button
        kind="secondary"
        icon={<Trash2 aria-hidden size={20} />}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t("history.clear")}
      </Button>
      <ConfirmDialog
        isOpen={asking}
        title={t("history.clearTitle")}
        confirm={t("history.clearConfirm")}
        cancel={t("history.clearCancel")}
        onConfirm={onClear}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t("history.clearText", { count })}</p>
      </ConfirmDialog>
    </div>
  );
}
