import { NativeSelect } from '@vkontakte/vkui';
import { useId } from 'react';

import styles from './Rules.module.css';

interface ChoiceProps {
  label: string;
  value: string;
  disabled: boolean;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}

/** One of few, with its name beside it. */
export function Choice({ label, value, disabled, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{label}</label>
      <NativeSelect id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
