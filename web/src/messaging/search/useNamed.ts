import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { FoundPerson } from '../server/conversations';
import { useStore } from '../../core/store/store';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { searchChats, searchPeople, type ChatOfHits } from './server';

export interface Named {
  chats: ChatOfHits[];
  people: FoundPerson[];
  partners: ReadonlyMap<number, PersonBrief>;
  similar: boolean;
  pending: boolean;
}

const AGAIN = { placeholderData: keepPreviousData, gcTime: 60_000, retry: 1 } as const;

/** Chats of this device at once, then what the server knows; people one has a chat with are found as chats. */
export function useNamed(words: string, asked: string, local: readonly Conversation[]): Named {
  const enabled = asked !== '';
  const chats = useQuery({
    ...AGAIN,
    enabled,
    queryKey: ['found-chats', asked],
    queryFn: ({ signal }) => searchChats(asked, signal),
  });
  const people = useQuery({
    ...AGAIN,
    enabled,
    queryKey: ['found-people', asked],
    queryFn: ({ signal }) => searchPeople(asked, signal),
  });
  const known = useStore((store) => store.data.conversations);
  return useMemo(() => {
    const here = new Set(local.map((chat) => chat.id));
    const remote = words === '' ? [] : (chats.data?.items.filter((chat) => !here.has(chat.id)) ?? []);
    const all: ChatOfHits[] = words === '' ? [] : [...local, ...remote];
    const partners = new Set([...Object.values(known), ...all].map((chat) => chat.partner_id));
    // Who is only called alike is worth showing when nothing is called exactly so.
    const exact = all.length > 0 && chats.data?.similar === false;
    const others =
      words === ''
        ? []
        : (people.data?.items.filter((person) => !partners.has(person.id) && !(exact && person.similar)) ?? []);
    return {
      chats: all,
      people: others,
      partners: new Map(chats.data?.people.map((person) => [person.id, person])),
      similar: others.some((person) => person.similar),
      pending: chats.isFetching || people.isFetching || words !== asked,
    };
  }, [local, words, asked, known, chats.data, chats.isFetching, people.data, people.isFetching]);
}
