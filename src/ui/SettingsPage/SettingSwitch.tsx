import type { ReactElement } from "react";
import { SwitchButton, SwitchField, Text } from "react-aria-components/Switch";

import styles from "./SettingSwitch.module.css";

interface Props {
  readonly label: string;
  /** One sentence on what it does; read out after the label. */
  readonly note: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}

/** One thing to switch on or off, its words to the left and the switch to the right. */
export function SettingSwitch({ label, note, on, onChange, disabled }: Props): ReactElement {
  return (
    <SwitchField
      className={styles.field!}
      isSelected={on}
      isDisabled={disabled ?? false}
      onChange={onChange}
    >
      <SwitchButton className={styles.button!}>
        <span className={styles.label}>{label}</span>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
      </SwitchButton>
      <Text slot="description" className={styles.note}>
        {note}
      </Text>
    </SwitchField>
  );
}
