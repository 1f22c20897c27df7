import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { Link } from '../core/navigation/Link';
import styles from './Applications.module.css';
import type { ApplicationBrief, State } from './server';
import { texts } from './texts';

/** An application in a list. */
export function ApplicationLine({ application: one, to }: { application: ApplicationBrief; to: string }) {
  const t = useTexts(texts);
  const dates = useDates();
  const when = one.state === 'submitted' && one.due_at ? t('queue.due', { when: dates.dateTime(one.due_at) }) : dates.dateTime(one.changed_at);
  return (
    <Link to={to} className={styles.card}>
      <span className={styles.head}>
        <span className={styles.name}>{one.name || t('connect.untitled')}</span>
        <StateTag state={one.state} overdue={one.overdue} />
      </span>
      <span className={styles.note}>{[t(`type.${one.type}`), one.place.join(', '), when].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}

const TONES: Partial<Record<State, 'good' | 'bad'>> = { approved: 'good', declined: 'bad', returned: 'bad' };

export function StateTag({ state, overdue }: { state: State; overdue: boolean }) {
  const t = useTexts(texts);
  return (
    <span className={styles.tag} data-tone={overdue ? 'bad' : TONES[state]}>
      {t(overdue ? 'state.overdue' : `state.${state}`)}
    </span>
  );
}
