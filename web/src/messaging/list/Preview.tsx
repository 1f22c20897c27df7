import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { useDrafts } from '../compose/drafts';
import type { SendTask } from '../outbox/tasks';
import { stickerText, useStickerNames } from '../stickers/caption';
import { plain } from '../text/format';
import { filesText, previewOf } from '../titles';
import { useTypingLine } from '../useTyping';
import styles from './ChatRow.module.css';

interface Props {
  chat: Conversation;
  /** The newest of what is not sent yet. */
  pending: SendTask | undefined;
  active: boolean;
}

/** The second line of a chat: who types, what was begun, what was said last. */
export function Preview({ chat, pending, active }: Props) {
  const t = useT();
  const typing = useTypingLine(chat);
  const draft = useDrafts((store) => store.drafts[chat.id]);
  const line = useLastLine(chat, pending);
  if (typing !== null) return <span className={styles.typing}>{typing}</span>;
  if (draft !== undefined && draft.body !== '' && !active) {
    return (
      <span className={styles.preview}>
        <span className={styles.draft}>{t('chats.draft')}</span> {plain(draft.body)}
      </span>
    );
  }
  return <span className={styles.preview}>{line}</span>;
}

function useLastLine(chat: Conversation, pending: SendTask | undefined): string {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const me = useStore((store) => store.data.me);
  useStickerNames(pending ?? chat.last_message);
  if (chat.request !== null && chat.request.by !== me) return t('chats.request');
  const sticker = pending?.content?.sticker;
  if (sticker !== undefined) return t('chats.you', { text: stickerText(sticker, t) });
  if (pending !== undefined) return t('chats.you', { text: plain(pending.body) || filesText(pending.files, t) });
  const last = chat.last_message;
  if (last === null) return chat.kind === 'favourites' ? t('chat.favourites.hint') : t('chats.no_messages');
  const text = previewOf(last, people, t);
  if (last.kind === 'service' || chat.kind === 'favourites' || last.hidden) return text;
  if (last.author_id === me) return t('chats.you', { text });
  const author = people[last.author_id];
  return chat.kind === 'direct' || author === undefined ? text : t('chats.author', { name: briefName(author), text });
}
