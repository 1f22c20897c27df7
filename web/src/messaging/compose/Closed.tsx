import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import styles from './Composer.module.css';

/** Why one cannot write here: a closed door always says why. */
export function Closed({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const me = useStore((store) => store.data.me);
  return (
    <div className={styles.closed} role="note">
      {t(reason(conversation, me))}
    </div>
  );
}

function reason({ request }: Conversation, me: number): string {
  if (request === null) return 'compose.closed';
  if (request.state === 'declined') return 'compose.closed.declined';
  return request.by === me ? 'compose.closed.waiting' : 'compose.closed.accept';
}
