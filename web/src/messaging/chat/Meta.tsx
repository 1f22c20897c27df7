import { Icon12Favorite } from '@vkontakte/icons';

import { lazy, Suspense } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import type { Conversation, Message } from '../../core/store/types';
import type { SendTask } from '../outbox/tasks';
import { Checks, type Delivery } from './Checks';
import styles from './Meta.module.css';

const Countdown = lazy(() => import('../time/Countdown'));

interface Props {
  message: Message;
  mine: boolean;
  task: SendTask | null;
  conversation: Conversation;
}

/** When it was said, whether it was changed, and how far mine has got. */
export function Meta({ message, mine, task, conversation }: Props) {
  const t = useT();
  const dates = useDates();
  const delivery = mine && !message.deleted && conversation.kind !== 'favourites' ? stateOf(message, task, conversation) : null;
  return (
    <span className={mine ? styles.mine : styles.meta}>
      {message.important === true && !message.deleted && (
        <span role="img" aria-label={t('message.important')} title={t('message.important')} className={styles.star}>
          <Icon12Favorite />
        </span>
      )}
      {message.content?.expires_at !== undefined && !message.deleted && (
        <Suspense>
          <Countdown at={message.content.expires_at} />
        </Suspense>
      )}
      {message.edited_at !== null && !message.deleted && (
        <span title={t('message.edited.long')}>{t('message.edited')}</span>
      )}
      <time dateTime={message.created_at} title={dates.dateTime(message.created_at)}>
        {dates.time(message.created_at)}
      </time>
      {(delivery !== null || (mine && task !== null)) && <Checks state={delivery ?? 'pending'} />}
    </span>
  );
}

function stateOf(message: Message, task: SendTask | null, conversation: Conversation): Delivery {
  if (task?.state === 'refused') return 'failed';
  if (task !== null && task.state !== 'done') return 'pending';
  return task === null && conversation.others_read_number >= message.number ? 'read' : 'sent';
}
