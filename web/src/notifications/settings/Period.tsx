import { Icon24DeleteOutline } from '@vkontakte/icons';
import { IconButton, NativeSelect } from '@vkontakte/vkui';
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
// Not the browser's own field: it speaks the language of the browser, with AM and PM in half the schools' computers.
const CLOCKS = Array.from(
  { length: 48 },
  (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
);

const clocksWith = (clock: string): string[] => (CLOCKS.includes(clock) ? CLOCKS : [...CLOCKS, clock].toSorted());

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
            <NativeSelect
              aria-label={t(`quiet.${name}`)}
              id={`${id}-${name}`}
              value={period[name]}
              onChange={(event) => onChange({ ...period, [name]: event.target.value })}
            >
              {clocksWith(period[name]).map((clock) => (
                <option key={clock}>{clock}</option>
              ))}
            </NativeSelect>
          </label>
        ))}
        <IconButton label={t('quiet.remove', { number })} onClick={onRemove}>
          <Icon24DeleteOutline color="var(--vkui--color_icon_secondary)" />
        </IconButton>
      </div>
      {after !== '' && <span className={styles.after}>{after}</span>}
    </fieldset>
  );
}
