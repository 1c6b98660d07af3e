import { Trash2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import {
  isEmpty,
  isUsageLagging,
  type DeletionState,
  type KeptData,
} from "../../app/deleteEverything.ts";
import { Button } from "../Button/Button.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import styles from "./KeptSection.module.css";
import { KeptTable } from "./KeptTable.tsx";

interface Props {
  readonly state: DeletionState;
  readonly onDelete: () => void;
}

/** What the device keeps, and the way to have it all deleted and to see that it is gone. */
export function KeptSection({ state, onDelete }: Props): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const isDeleted = state.phase === "deleted";
  return (
    <div className={styles.kept}>
      {isDeleted ? <Outcome after={state.after} /> : <p>{t("settings.keptLead")}</p>}
      {state.phase === "failed" && <Unexpected />}
      <KeptTable {...columnsOf(state)} />
      {state.phase === "counted" && <Promised isPersistent={state.kept.isPersistent} />}
      {!(isDeleted && isEmpty(state.after)) && (
        <Button
          kind="secondary"
          icon={<Trash2 aria-hidden size={20} />}
          onClick={() => {
            setAsking(true);
          }}
        >
          {state.phase === "deleting" ? t("settings.deleting") : t("settings.deleteEverything")}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asking}
        title={t("settings.deleteTitle")}
        confirm={t("settings.deleteConfirm")}
        cancel={t("settings.deleteCancel")}
        onConfirm={onDelete}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t("settings.deleteText")}</p>
        {!navigator.onLine && <p>{t("settings.deleteOffline")}</p>}
      </ConfirmDialog>
    </div>
  );
}

/** Takes the focus: the button that had it may be gone. */
function Outcome({ after }: { readonly after: KeptData }): ReactElement {
  const { t } = useTranslation();
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    words.current?.focus();
  }, []);
  const empty = isEmpty(after);
  return (
    <div ref={words} tabIndex={-1} role="status" className={styles.outcome}>
      <h3>{empty ? t("settings.deleted") : t("settings.deletedPartly")}</h3>
      <p>{empty ? t("settings.deletedNext") : t("settings.deletedPartlyHow")}</p>
      {isUsageLagging(after) && <p>{t("settings.deletedUsage")}</p>}
    </div>
  );
}

/** Nothing where the browser does not say. */
function Promised({ isPersistent }: Pick<KeptData, "isPersistent">): ReactElement | undefined {
  const { t } = useTranslation();
  if (isPersistent === undefined) return undefined;
  return <p>{isPersistent ? t("settings.persistent") : t("settings.clearable")}</p>;
}

function Unexpected(): ReactElement {
  const { t } = useTranslation();
  return (
    <div role="alert" data-testid="problem" data-kind="unexpected" className={styles.outcome}>
      <h3>{t("problem.unexpected.what")}</h3>
      <p>{t("settings.deletedPartlyHow")}</p>
    </div>
  );
}

function columnsOf(state: DeletionState): {
  readonly before?: KeptData;
  readonly now?: KeptData;
} {
  switch (state.phase) {
    case "counted":
      return { now: state.kept };
    case "deleting":
      return { now: state.before };
    case "deleted":
      return { before: state.before, now: state.after };
    default:
      return {};
  }
}
