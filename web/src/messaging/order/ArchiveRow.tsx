import { Icon24ArchiveOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import row from '../list/ChatRow.module.css';
import { titleOf } from '../titles';
import styles from './ArchiveRow.module.css';
import { isUnread } from './folders';
import { showArchive } from './view';

/** The door to the chats put away, above all others. */
export function ArchiveRow({ chats }: { chats: readonly Conversation[] }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const unread = chats.filter(isUnread).length;
  return (
    <button type="button" className={styles.row} onClick={() => showArchive(true)}>
      <span className={styles.icon}>
        <Icon24ArchiveOutline aria-hidden="true" />
      </span>
      <span className={row.text}>
        <span className={row.title}>{t('chats.archive')}</span>
        <span className={row.preview}>{chats.map((chat) => titleOf(chat, people, t)).join(', ')}</span>
      </span>
      {unread > 0 && (
        <span className={row.quiet} role="img" aria-label={t('chats.unread', { count: unread })}>
          {unread}
        </span>
      )}
    </button>
  );
}
