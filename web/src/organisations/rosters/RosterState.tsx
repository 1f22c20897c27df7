import { useTexts } from '../../core/i18n/useTexts';
import { texts } from '../texts';
import styles from './RosterState.module.css';

const KNOWN = ['previewed', 'applied', 'failed', 'outdated', 'withdrawn'];

export function RosterState({ state }: { state: string }) {
  const t = useTexts(texts);
  const known = KNOWN.includes(state) ? state : 'other';
  return (
    <span className={styles.state} data-state={known}>
      {t(`roster.state.${known}`)}
    </span>
  );
}
