import { useMemo } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { titleOf } from '../titles';
import { useArranged } from './arrange';
import { isUnder } from './folders';
import { useView } from './view';

const movedAt = (chat: Conversation): string => chat.last_message?.created_at ?? chat.created_at;

/** Those on top in their order, then from the newest. */
export function byPlace(a: Conversation, b: Conversation): number {
  if (a.pinned !== null || b.pinned !== null) {
    return (a.pinned ?? Number.MAX_SAFE_INTEGER) - (b.pinned ?? Number.MAX_SAFE_INTEGER) || b.id - a.id;
  }
  return movedAt(b).localeCompare(movedAt(a)) || b.id - a.id;
}

interface Listed {
  chats: Conversation[];
  archived: Conversation[];
}

/** What the list shows: a folder, the archive, or whatever has the words in its title. */
export function useListed(words: string, activeId: number | null): Listed {
  const t = useT();
  const arranged = useArranged();
  const people = useStore((store) => store.data.people);
  const folders = useStore((store) => store.data.folders);
  const { tab, archive } = useView();
  return useMemo(() => {
    const wanted = words.toLocaleLowerCase().trim();
    const all = Object.values(arranged).sort(byPlace);
    const archived = all.filter((chat) => chat.archived);
    if (wanted !== '') {
      return { archived, chats: all.filter((chat) => titleOf(chat, people, t).toLocaleLowerCase().includes(wanted)) };
    }
    if (archive) return { archived, chats: archived };
    // A chat that is being read does not vanish from among the unread under one's eyes.
    const stays = (chat: Conversation) => chat.id === activeId && tab === 'unread' && !chat.archived;
    return { archived, chats: all.filter((chat) => isUnder(tab, chat, folders) || stays(chat)) };
  }, [arranged, people, folders, tab, archive, activeId, t, words]);
}
