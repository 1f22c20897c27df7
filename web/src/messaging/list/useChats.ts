import { useMemo } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { titleOf } from '../titles';

const movedAt = (chat: Conversation): string => chat.last_message?.created_at ?? chat.created_at;

/** Chats from the newest, or those whose title has the words. */
export function useChats(words: string): Conversation[] {
  const t = useT();
  const conversations = useStore((store) => store.data.conversations);
  const people = useStore((store) => store.data.people);
  return useMemo(() => {
    const wanted = words.toLocaleLowerCase().trim();
    return Object.values(conversations)
      .filter((chat) => wanted === '' || titleOf(chat, people, t).toLocaleLowerCase().includes(wanted))
      .sort((a, b) => movedAt(b).localeCompare(movedAt(a)) || b.id - a.id);
  }, [conversations, people, t, words]);
}
