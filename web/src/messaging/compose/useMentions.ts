import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';

import { useStore } from '../../core/store/store';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { getMembers } from '../server/conversations';
import { candidates, mentionAt } from './mentioning';

interface Source {
  conversation: Conversation;
  text: string;
  caret: number;
  onPick: (person: PersonBrief, from: number) => void;
}

export interface Mentions {
  offered: PersonBrief[];
  chosen: number;
  pick: (person: PersonBrief) => void;
  /** True when the key belonged to the list. */
  key: (event: KeyboardEvent) => boolean;
}

/** Members whose name is being typed after an @. */
export function useMentions({ conversation, text, caret, onPick }: Source): Mentions {
  const me = useStore((store) => store.data.me);
  const version = useStore((store) => store.data.memberChanges[conversation.id] ?? 0);
  const at = conversation.kind === 'group' ? mentionAt(text, caret) : null;
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const { data } = useQuery({
    queryKey: ['mentionable', conversation.id, version],
    queryFn: () => getMembers(conversation.id, null, 100),
    enabled: at !== null,
  });
  const words = at?.words ?? null;
  const from = at?.from ?? null;
  const offered = useMemo(() => {
    if (words === null || data === undefined || dismissed === from) return [];
    return candidates(data.items.map((member) => member.person).filter((person) => person.id !== me), words);
  }, [words, from, data, dismissed, me]);
  const now = Math.min(chosen, Math.max(0, offered.length - 1));
  const pick = (person: PersonBrief) => {
    setChosen(0);
    if (from !== null) onPick(person, from);
  };
  const key = (event: KeyboardEvent): boolean => {
    const person = offered[now];
    if (person === undefined) return false;
    if (event.key === 'Escape') setDismissed(from);
    else if (event.key === 'ArrowDown') setChosen((now + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((now + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(person);
    else return false;
    event.preventDefault();
    return true;
  };
  return { offered, chosen: now, pick, key };
}
