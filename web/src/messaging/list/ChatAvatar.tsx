import { Icon28BookmarkOutline } from '@vkontakte/icons';
import { Avatar as VkAvatar } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { avatarId, lettersOf } from '../titles';
import styles from './ChatRow.module.css';

/** The face of a chat; the green dot belongs to chats of two. */
export function ChatAvatar({ chat, size = 48 }: { chat: Conversation; size?: number }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const online = useStore((store) => chat.partner_id !== null && store.now.presence[chat.partner_id] === true);
  if (chat.kind === 'favourites') {
    return (
      <VkAvatar size={size} className={styles.favourites} aria-hidden="true">
        <Icon28BookmarkOutline width={size * 0.55} height={size * 0.55} />
      </VkAvatar>
    );
  }
  const portrait = people[chat.partner_id ?? 0]?.portrait;
  return <Avatar id={avatarId(chat)} title={lettersOf(chat, people, t)} size={size} online={online} portrait={portrait} />;
}
