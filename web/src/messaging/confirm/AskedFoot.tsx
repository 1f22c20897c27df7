import { Icon16CheckOutline, Icon16Chevron } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Confirmation, Conversation, Message } from '../../core/store/types';
import { useChatActs } from '../chat/context';
import { useOutbox } from '../outbox/outbox';
import { confirmMessage } from '../outbox/wishes';
import styles from './Asked.module.css';
import { texts } from './texts';

interface Props {
  message: Message;
  confirmation: Confirmation;
  mine: boolean;
  conversation: Conversation;
}

/** Under a message that is to be confirmed: the button, what I answered, and for whom it concerns how many have. */
export default function AskedFoot({ message, confirmation, mine, conversation }: Props) {
  const watches = mine || conversation.my_role !== 'member';
  const asks = !mine && confirmation.required;
  if (message.id === 0 || !(asks || watches)) return null;
  return (
    <div className={mine ? `${styles.foot} ${styles.mine}` : styles.foot}>
      {asks && <Mine message={message} confirmation={confirmation} />}
      {watches && conversation.kind !== 'favourites' && <Figures message={message} confirmation={confirmation} conversation={conversation} />}
    </div>
  );
}

function Mine({ message, confirmation }: Pick<Props, 'message' | 'confirmation'>) {
  const t = useTexts(texts);
  const dates = useDates();
  const waits = useWaits(message);
  const { mine_at } = confirmation;
  if (mine_at === null) {
    return (
      <Button size="m" stretched onClick={() => confirmMessage(message)}>
        {t('confirm.do')}
      </Button>
    );
  }
  const outdated = message.edited_at !== null && Date.parse(message.edited_at) > Date.parse(mine_at);
  return (
    <>
      <div className={styles.state} role="status">
        <Icon16CheckOutline aria-hidden="true" />
        <span>{waits ? t('confirm.saving') : t('confirm.done', { when: dates.dateTime(mine_at) })}</span>
      </div>
      {outdated && (
        <>
          <div className={styles.state}>{t('confirm.changed')}</div>
          <Button size="m" mode="secondary" stretched onClick={() => confirmMessage(message)}>
            {t('confirm.again')}
          </Button>
        </>
      )}
    </>
  );
}

/** Confirmed here, and not told yet because there is no network. */
function useWaits(message: Message): boolean {
  const status = useStore((store) => store.now.status);
  const queued = useOutbox((box) =>
    box.tasks.some((task) => task.kind === 'confirm' && task.message_id === message.id && task.state === 'waiting'),
  );
  return queued && status !== 'open';
}

function Figures({ message, confirmation, conversation }: Pick<Props, 'message' | 'confirmation' | 'conversation'>) {
  const t = useTexts(texts);
  const acts = useChatActs();
  // Until the server has counted, everybody else is asked and nobody has answered.
  const confirmed = confirmation.confirmed ?? 0;
  const total = confirmation.total ?? Math.max(0, conversation.members_count - 1);
  const share = total === 0 ? 0 : (100 * confirmed) / total;
  const all = total > 0 && confirmed >= total;
  return (
    <button type="button" className={styles.figures} aria-haspopup="dialog" onClick={() => acts.sheet({ kind: 'confirmations', message })}>
      <span className={styles.words}>
        <span>{all ? t('confirm.all', { total }) : t('confirm.figures', { confirmed, total })}</span>
        <Icon16Chevron aria-hidden="true" />
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.done} style={{ display: 'block', inlineSize: `${share}%` }} />
      </span>
    </button>
  );
}
