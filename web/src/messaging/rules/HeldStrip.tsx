import { Icon16ClockOutline, Icon16ErrorCircleOutline } from '@vkontakte/icons';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { HeldWords } from './HeldWords';
import styles from './Held.module.css';
import { getHeld, withdraw, type HeldMessage } from './server';
import { texts } from './texts';
import { useQueue } from './useQueue';

/** My own messages that wait for a yes, or got a no, under the talk they are not part of yet. */
export default function HeldStrip({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const { items, refetch } = useQueue('held', conversation, getHeld);
  if (items.length === 0) return null;
  return (
    <section className={styles.held} aria-label={t('rules.held.list')}>
      {items.map((held) => (
        <Held key={held.id} held={held} onGone={() => void refetch()} />
      ))}
    </section>
  );
}

function Held({ held, onGone }: { held: HeldMessage; onGone: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const declined = held.state === 'declined';
  const take = () => withdraw(held.id).then(onGone, (error: unknown) => toast(explain(error), { failed: true }));
  return (
    <article className={styles.bubble}>
      <HeldWords held={held} />
      <div className={[styles.state, declined ? styles.declined : ''].join(' ')}>
        {declined ? <Icon16ErrorCircleOutline aria-hidden="true" /> : <Icon16ClockOutline aria-hidden="true" />}
        <span>{t(declined ? 'rules.held.declined' : 'rules.held.waiting')}</span>
        {held.reason !== '' && <span>{t('rules.held.reason', { reason: held.reason })}</span>}
        <button type="button" className={styles.plain} onClick={() => void take()}>
          {t(declined ? 'rules.held.forget' : 'rules.held.withdraw')}
        </button>
      </div>
    </article>
  );
}
