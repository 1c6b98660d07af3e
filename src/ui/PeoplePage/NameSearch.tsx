import { Search, X } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField } from "react-aria-components/SearchField";
import { useTranslation } from "react-i18next";

import styles from "./NameSearch.module.css";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for a name in either alphabet; Escape or the cross empties it. */
export function NameSearch({ value, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <SearchField className={styles.search!} value={value} onChange={onChange}>
      <Label className={styles.label}>{t("people.search")}</Label>
      <Search aria-hidden size={20} className={styles.icon} />
      <Input className={styles.input!} autoComplete="off" spellCheck={false} />
      <Button className={styles.clear!} aria-label={t("people.clear")}>
        <X aria-hidden size={20} />
      </Button>
    </SearchField>
  );
}
