import { Switch } from '@vkontakte/vkui';
import { useId, type ReactNode } from 'react';

import styles from './Switchable.module.css';

interface Props {
  title: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  after?: ReactNode;
  onChange: (on: boolean) => void;
}

/** A line with a switch; the whole line is its name. */
export function Switchable({ title, hint, checked, disabled = false, after, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.words}>
        <span className={styles.name}>{title}</span>
      </label>
      {after}
      <Switch
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
