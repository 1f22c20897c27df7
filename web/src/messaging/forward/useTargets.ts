import { useEffect, useMemo } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { startFavourites } from '../opening';
import { titleOf } from '../titles';

const first = (chat: Conversation): number => (chat.kind === 'favourites' ? 0 : 1);
const movedAt = (chat: Conversation): string => chat.last_message?.created_at ?? chat.created_at;

/** Chats one may write to that have the words in their title: «Избранное», then from the newest. */
export function useTargets(words: string): Conversation[] {
  const t = useT();
  const known = useStore((store) => store.data.conversations);
  const people = useStore((store) => store.data.people);
  useEffect(() => {
    // One's own notes are always a place to hand something on to.
    void startFavourites().catch(() => undefined);
  }, []);
  return useMemo(() => {
    const wanted = words.toLocaleLowerCase().trim();
    return Object.values(known)
      .filter((chat) => chat.can_write && titleOf(chat, people, t).toLocaleLowerCase().includes(wanted))
      .toSorted((a, b) => first(a) - first(b) || movedAt(b).localeCompare(movedAt(a)) || b.id - a.id);
  }, [known, people, words, t]);
}
