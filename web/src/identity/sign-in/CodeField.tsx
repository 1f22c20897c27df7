import { useEffect, useRef } from 'react';

import styles from './CodeField.module.css';

const LENGTH = 6;

interface Props {
  label: string;
  value: string;
  failed: boolean;
  busy: boolean;
  onChange: (digits: string) => void;
  /** Called once all digits are there, typed, pasted or filled in by the phone. */
  onComplete: (digits: string) => void;
}

/** One real input under six drawn cells: paste, autofill and screen readers need no tricks. */
export function CodeField({ label, value, failed, busy, onChange, onComplete }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!busy) input.current?.focus();
  }, [busy]);
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, LENGTH);
    onChange(digits);
    if (digits.length === LENGTH && digits !== value) onComplete(digits);
  };
  return (
    <div className={styles.field} data-failed={failed}>
      <input
        ref={input}
        className={styles.input}
        aria-label={label}
        aria-invalid={failed}
        inputMode="numeric"
        autoComplete="one-time-code"
        name="code"
        maxLength={20}
        readOnly={busy}
        value={value}
        onChange={(event) => type(event.target.value)}
      />
      <div className={styles.cells} aria-hidden="true">
        {Array.from({ length: LENGTH }, (_, place) => (
          <span key={place} className={styles.cell} data-current={place === Math.min(value.length, LENGTH - 1)}>
            {value[place] ?? ''}
          </span>
        ))}
      </div>
    </div>
  );
}
