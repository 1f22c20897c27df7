import { Icon24DeleteOutline } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';
import { useId } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { QuietPeriod } from '../server';
import { texts } from '../texts';
import styles from './Quiet.module.css';

interface Props {
  number: number;
  period: QuietPeriod;
  onChange: (period: QuietPeriod) => void;
  onRemove: () => void;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** Days and two times; an end not later than the start is on the next day. */
export function Period({ number, period, onChange, onRemove }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const { days, starts, ends } = period;
  const turn = (day: number) =>
    onChange({
      ...period,
      days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted((a, b) => a - b),
    });
  const after = starts === ends ? t('quiet.whole_day') : ends < starts ? t('quiet.next_day') : '';
  return (
    <fieldset className={styles.period}>
      <legend className={styles.spoken}>{t('quiet.period', { number })}</legend>
      <div className={styles.days} role="group" aria-label={t('quiet.days')}>
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            className={styles.dayButton}
            aria-pressed={days.includes(day)}
            onClick={() => turn(day)}
          >
            {t(`quiet.day.${day}`)}
          </button>
        ))}
      </div>
      <div className={styles.times}>
        {(['starts', 'ends'] as const).map((name) => (
          <label key={name} className={styles.time} htmlFor={`${id}-${name}`}>
            {t(`quiet.${name}`)}
            <input
              id={`${id}-${name}`}
              type="time"
              required
              value={period[name]}
              onChange={(event) =>
                event.target.value && onChange({ ...period, [name]: event.target.value.slice(0, 5) })
              }
            />
          </label>
        ))}
        <span className={styles.after}>{after}</span>
        <IconButton label={t('quiet.remove', { number })} onClick={onRemove}>
          <Icon24DeleteOutline />
        </IconButton>
      </div>
    </fieldset>
  );
}
