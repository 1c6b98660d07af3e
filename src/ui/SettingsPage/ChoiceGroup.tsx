import { useId, type ReactElement } from "react";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";

import styles from "./ChoiceGroup.module.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The label's language, where it is not the page's. */
  readonly lang?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: a row of radio buttons, which wraps where it must. */
export function ChoiceGroup<Value extends string>(props: Props<Value>): ReactElement {
  const { label, choices, chosen, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        className={styles.choices!}
        orientation="horizontal"
        value={chosen}
        onChange={(value) => {
          const known = choices.find((choice) => choice.value === value);
          if (known) onChange(known.value);
        }}
      >
        {choices.map((choice) => (
          <RadioField key={choice.value} value={choice.value}>
            <RadioButton className={styles.choice!}>
              <span lang={choice.lang}>{choice.label}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
    </div>
  );
}
