import { Icon16NotificationSlashOutline, Icon16Pin } from '@vkontakte/icons';
import { memo } from 'react';

import { useT } from '../../core/i18n/useT';
import { follow } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { PersonName } from '../../core/ui/PersonName';
import { Checks, type Delivery } from '../chat/Checks';
import { isMuted } from '../muting';
import { useOutbox } from '../outbox/outbox';
import { isSend, type SendTask } from '../outbox/tasks';
import { wishFor } from '../outbox/wishes';
import { titleOf } from '../titles';
import { ChatAvatar } from './ChatAvatar';
import styles from './ChatRow.module.css';
import { Preview } from './Preview';
import { useChatSummon, type MenuAt } from './useChatSummon';
import { useDragPinned } from './useDragPinned';
import { useStamp } from './useStamp';

interface Props {
  chat: Conversation;
  active: boolean;
  onOpen: (id: number) => void;
  onMenu?: ((chat: Conversation, at: MenuAt) => void) | undefined;
}

export const ChatRow = memo(function ChatRow({ chat, active, onOpen, onMenu }: Props) {
  const stamp = useStamp();
  const swiped = () => wishFor(chat.id, { what: 'archived', on: !chat.archived });
  const summon = useChatSummon({ menu: (at) => onMenu?.(chat, at), swiped });
  const drag = useDragPinned(chat);
  const pending = useOutbox((box) =>
    box.tasks.findLast((task): task is SendTask => isSend(task) && task.conversation_id === chat.id && task.state !== 'done'),
  );
  const at = pending?.created_at ?? chat.last_message?.created_at;
  return (
    <a
      href={`/chats/${chat.id}`}
      className={active ? styles.active : styles.row}
      aria-current={active ? 'page' : undefined}
      data-chat={chat.id}
      {...(onMenu === undefined ? {} : { ...summon, ...drag, 'aria-haspopup': 'menu' as const })}
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey) onOpen(chat.id);
        follow(event, `/chats/${chat.id}`);
      }}
    >
      <ChatAvatar chat={chat} />
      <span className={styles.text}>
        <Title chat={chat} />
        <Preview chat={chat} pending={pending} active={active} />
      </span>
      <span className={styles.side}>
        <span className={styles.time}>
          <Delivered chat={chat} pending={pending} />
          {at !== undefined && <time dateTime={at}>{stamp(at)}</time>}
        </span>
        <Counters chat={chat} />
      </span>
    </a>
  );
});

function Title({ chat }: { chat: Conversation }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const partner = people[chat.partner_id ?? 0];
  return (
    <span className={styles.title}>
      <span className={styles.name}>
        {chat.kind === 'direct' && partner ? <PersonName person={partner} /> : titleOf(chat, people, t)}
      </span>
      {isMuted(chat) && (
        <span role="img" aria-label={t('chats.muted')} className={styles.muted}>
          <Icon16NotificationSlashOutline />
        </span>
      )}
    </span>
  );
}

function Delivered({ chat, pending }: { chat: Conversation; pending: SendTask | undefined }) {
  const me = useStore((store) => store.data.me);
  const last = chat.last_message;
  if (pending !== undefined) return <Checks state={pending.state === 'refused' ? 'failed' : 'pending'} />;
  const silent = last === null || last.author_id !== me || last.kind === 'service' || last.deleted;
  if (silent || chat.kind === 'favourites') return null;
  const state: Delivery = chat.others_read_number >= last.number ? 'read' : 'sent';
  return <Checks state={state} />;
}

function Counters({ chat }: { chat: Conversation }) {
  const t = useT();
  if (chat.unread === 0) {
    return (
      <span className={styles.counters}>
        {chat.marked_unread && <span className={styles.mark} role="img" aria-label={t('chats.marked')} />}
        {!chat.marked_unread && chat.pinned !== null && (
          <span className={styles.pin} role="img" aria-label={t('chats.pinned')}>
            <Icon16Pin />
          </span>
        )}
      </span>
    );
  }
  return (
    <span className={styles.counters}>
      {chat.mentioned && (
        <span className={styles.badge} role="img" aria-label={t('chats.mentioned')}>
          @
        </span>
      )}
      <span className={isMuted(chat) ? styles.quiet : styles.badge} role="img" aria-label={t('chats.unread', { count: chat.unread })}>
        {chat.unread > 999 ? '999+' : chat.unread}
      </span>
    </span>
  );
}
