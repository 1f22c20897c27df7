import { Icon24Done } from '@vkontakte/icons';

import styles from './Time.module.css';

export interface Choice {
  id: string;
  text: string;
  value?: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen?: string;
  disabled?: boolean;
  onChoose: (id: string) => void;
}

/** A few lines of which one is taken with a press. */
export function Choices({ label, choices, chosen, disabled = false, onChoose }: Props) {
  return (
    <div role={chosen === undefined ? 'group' : 'radiogroup'} aria-label={label} className={styles.choices}>
      {choices.map(({ id, text, value }) => (
        <button
          key={id}
          type="button"
          className={styles.choice}
          disabled={disabled}
          {...(chosen === undefined ? {} : { role: 'radio', 'aria-checked': id === chosen })}
          onClick={() => onChoose(id)}
        >
          <span>{text}</span>
          {value !== undefined && <span className={styles.value}>{value}</span>}
          {id === chosen && <Icon24Done aria-hidden="true" className={styles.tick} />}
        </button>
      ))}
    </div>
  );
}
