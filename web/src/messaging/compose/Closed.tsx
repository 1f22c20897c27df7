import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import type { Closure } from '../rules/writing';
import styles from './Composer.module.css';

/** Why one cannot write here: a closed door always says why, and until when. */
export function Closed({ conversation, closure }: { conversation: Conversation; closure: Closure | null }) {
  const t = useT();
  const dates = useDates();
  const me = useStore((store) => store.data.me);
  if (!conversation.can_write || closure === null) {
    return (
      <div className={styles.closed} role="note">
        {t(reason(conversation, me))}
      </div>
    );
  }
  const { id, until, reason: why } = closure;
  return (
    <div className={styles.closed} role="note">
      {t(id)}
      {until !== null && <div className={styles.why}>{t('compose.closed.until', { when: dates.dateTime(until) })}</div>}
      {why !== '' && <div className={styles.why}>{t('compose.closed.reason', { reason: why })}</div>}
    </div>
  );
}

function reason({ request, held_by_rules }: Conversation, me: number): string {
  if (request === null) return held_by_rules ? 'compose.closed.rules' : 'compose.closed';
  if (request.state === 'declined') return 'compose.closed.declined';
  return request.by === me ? 'compose.closed.waiting' : 'compose.closed.accept';
}
