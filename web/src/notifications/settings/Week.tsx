import { useTexts } from '../../core/i18n/useTexts';
import type { QuietPeriod } from '../server';
import { texts } from '../texts';
import { stretchesOf } from './patterns';
import styles from './Quiet.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = [0, 6, 12, 18, 24];

/** The week at a glance: what is dark is quiet. The times stand in words below, so this is for the eye alone. */
export function Week({ periods }: { periods: readonly QuietPeriod[] }) {
  const t = useTexts(texts);
  return (
    <div className={styles.week} aria-hidden="true">
      {DAYS.map((day) => (
        <div key={day} className={styles.day}>
          <span>{t(`quiet.day.${day}`)}</span>
          <svg className={styles.bar} viewBox="0 0 1440 20" preserveAspectRatio="none">
            {stretchesOf(day, periods).map(([from, to]) => (
              <rect key={from} x={from} width={to - from} height="20" />
            ))}
          </svg>
        </div>
      ))}
      <div className={styles.scale}>
        {HOURS.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  );
}
