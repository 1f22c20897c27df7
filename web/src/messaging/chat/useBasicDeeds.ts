import {
  Icon20CheckCircleOutline,
  Icon20CopyOutline,
  Icon20DeleteOutline,
  Icon20ReplyOutline,
  Icon20SmileOutline,
  Icon20TrashSimpleOutline,
  Icon20WriteOutline,
} from '@vkontakte/icons';
import { useState } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { useChatActs } from './context';
import type { Deed } from './deeds';

const EDITABLE_FOR = 24 * 3600_000;

/** Answering, changing, copying, deleting; who has read and reacted. */
export function useBasicDeeds(conversation: Conversation, message: Message): Deed[] {
  const t = useT();
  const acts = useChatActs();
  const me = useStore((store) => store.data.me);
  const mine = message.author_id === me;
  const { can_write, kind, my_role } = conversation;
  const [fresh] = useState(() => Date.now() - Date.parse(message.created_at) < EDITABLE_FOR);
  const mayDelete = mine || (kind === 'group' && (my_role === 'owner' || my_role === 'administrator'));
  const text = message.body !== '';
  const all: (Omit<Deed, 'text'> | false)[] = [
    can_write && { id: 'message.reply', Icon: Icon20ReplyOutline, act: () => acts.reply(message) },
    mine && fresh && text && can_write && message.content?.forwarded === undefined && { id: 'message.edit', Icon: Icon20WriteOutline, act: () => acts.edit(message) },
    text && { id: 'message.copy', Icon: Icon20CopyOutline, act: () => acts.copy(message) },
    mine && kind !== 'favourites' && {
      id: 'message.readers',
      Icon: Icon20CheckCircleOutline,
      act: () => acts.sheet({ kind: 'readers', message }),
    },
    message.reactions.length > 0 && {
      id: 'message.reacted',
      Icon: Icon20SmileOutline,
      act: () => acts.sheet({ kind: 'reacted', message }),
    },
    { id: 'message.delete_me', Icon: Icon20TrashSimpleOutline, danger: true, act: () => acts.remove(message, 'me') },
    mayDelete && kind !== 'favourites' && {
      id: 'message.delete_all',
      Icon: Icon20DeleteOutline,
      danger: true,
      act: () => acts.remove(message, 'all'),
    },
  ];
  return all.filter((deed) => deed !== false).map((deed) => ({ ...deed, text: t(deed.id) }));
}
