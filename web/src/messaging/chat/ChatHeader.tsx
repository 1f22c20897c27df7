import { Icon28ArrowLeftOutline, Icon28InfoOutline, Icon28SearchOutline } from '@vkontakte/icons';
import { IconButton, VisuallyHidden } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import { useWide } from '../../core/navigation/useWide';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { PersonName } from '../../core/ui/PersonName';
import { ChatAvatar } from '../list/ChatAvatar';
import { titleOf } from '../titles';
import { useTypingLine } from '../useTyping';
import styles from './ChatHeader.module.css';

interface Props {
  conversation: Conversation;
  onBack: () => void;
  onInfo: () => void;
  onSearch: () => void;
}

export function ChatHeader({ conversation, onBack, onInfo, onSearch }: Props) {
  const t = useT();
  const wide = useWide();
  const people = useStore((store) => store.data.people);
  const partner = people[conversation.partner_id ?? 0];
  // A phone shows the chat alone: its title is then the page's own.
  const Heading = wide ? 'h2' : 'h1';
  const title = titleOf(conversation, people, t);
  return (
    <header className={styles.header}>
      {!wide && (
        <IconButton label={t('chat.back')} onClick={onBack} className={styles.back}>
          <Icon28ArrowLeftOutline />
        </IconButton>
      )}
      <button type="button" className={styles.who} onClick={onInfo}>
        <ChatAvatar chat={conversation} size={36} />
        <span className={styles.text}>
          <span className={styles.title}>
            <VisuallyHidden>{t('chat.about')} </VisuallyHidden>
            {partner && conversation.kind === 'direct' ? <PersonName person={partner} /> : title}
          </span>
          <Subtitle conversation={conversation} />
        </span>
      </button>
      <Heading className={styles.heading}>{title}</Heading>
      <IconButton label={t('chat.search')} onClick={onSearch}>
        <Icon28SearchOutline color="var(--vkui--color_icon_accent)" />
      </IconButton>
      <IconButton label={t('chat.info')} onClick={onInfo}>
        <Icon28InfoOutline color="var(--vkui--color_icon_accent)" />
      </IconButton>
    </header>
  );
}

/** What is worth a glance now: the line to the server, who types, who is there. */
function Subtitle({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const status = useStore((store) => store.now.status);
  const typing = useTypingLine(conversation);
  const presence = usePresenceLine(conversation);
  if (status === 'connecting' || status === 'offline') {
    return <span className={styles.subtitle}>{t(status === 'offline' ? 'chats.offline' : 'chats.connecting')}</span>;
  }
  if (typing !== null) return <span className={styles.typing}>{typing}</span>;
  return presence === '' ? null : <span className={styles.subtitle}>{presence}</span>;
}

function usePresenceLine(conversation: Conversation): string {
  const t = useT();
  const dates = useDates();
  const online = useStore((store) => store.now.online[conversation.id] ?? 0);
  const presence = useStore((store) => store.now.presence[conversation.partner_id ?? 0]);
  if (conversation.kind === 'favourites') return t('chat.favourites.hint');
  if (conversation.kind === 'group') {
    const members = t('chat.members', { count: conversation.members_count });
    return online > 0 ? t('chat.members_online', { members, online }) : members;
  }
  if (presence === true) return t('chat.online');
  return typeof presence === 'string' ? t('chat.seen', { when: dates.dateTime(presence).toLowerCase() }) : '';
}
