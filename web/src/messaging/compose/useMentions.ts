import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { getMembers } from '../server/conversations';
import { callsFor, candidates, mayMentionAll, mentionAt } from './mentioning';

interface Source {
  conversation: Conversation;
  text: string;
  caret: number;
  onPick: (person: PersonBrief, from: number) => void;
  /** A word that calls many: «все», «учителя». */
  onWord: (word: string, from: number) => void;
}

/** Somebody, or many at once. */
export type Offered = { id: number; person: PersonBrief } | { id: string; word: string; note: string };

export interface Mentions {
  offered: Offered[];
  chosen: number;
  pick: (offered: Offered) => void;
  /** True when the key belonged to the list. */
  key: (event: KeyboardEvent) => boolean;
}

/** As many members as are asked for at once; of larger chats the server is asked by name. */
const AT_ONCE = 100;
const MOST_FOUND = 20;
const TYPING_PAUSE = 150;

/** Members whose name is being typed after an @, and words that call many. */
export function useMentions({ conversation, text, caret, onPick, onWord }: Source): Mentions {
  const t = useT();
  const me = useStore((store) => store.data.me);
  const at = conversation.kind === 'group' ? mentionAt(text, caret) : null;
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const words = at?.words ?? null;
  const from = at?.from ?? null;
  const mayCallAll = mayMentionAll(conversation);
  const members = useMembersBy(conversation, words);
  const offered = useMemo((): Offered[] => {
    if (words === null || dismissed === from) return [];
    const calls = mayCallAll ? callsFor(words) : [];
    const people = candidates(members.filter((person) => person.id !== me), words, 6 - calls.length);
    return [
      ...calls.map(({ word, audience }) => ({ id: word, word, note: t(`compose.mention.${audience}`) })),
      ...people.map((person) => ({ id: person.id, person })),
    ];
  }, [words, from, members, dismissed, me, mayCallAll, t]);
  const now = Math.min(chosen, Math.max(0, offered.length - 1));
  const pick = (one: Offered) => {
    setChosen(0);
    if (from === null) return;
    if ('person' in one) onPick(one.person, from);
    else onWord(one.word, from);
  };
  const key = (event: KeyboardEvent): boolean => {
    const one = offered[now];
    if (one === undefined) return false;
    if (event.key === 'Escape') setDismissed(from);
    else if (event.key === 'ArrowDown') setChosen((now + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((now + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(one);
    else return false;
    event.preventDefault();
    return true;
  };
  return { offered, chosen: now, pick, key };
}

const NOBODY: PersonBrief[] = [];

function useMembersBy(conversation: Conversation, words: string | null): PersonBrief[] {
  const version = useStore((store) => store.data.memberChanges[conversation.id] ?? 0);
  const large = conversation.members_count > AT_ONCE;
  const asked = useSettled(large ? (words ?? '') : '');
  const { data } = useQuery({
    queryKey: ['mentionable', conversation.id, version, asked],
    queryFn: () => getMembers(conversation.id, null, asked === '' ? AT_ONCE : MOST_FOUND, asked),
    enabled: words !== null,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => data?.items.map((member) => member.person) ?? NOBODY, [data]);
}

/** The words once typing has paused. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
