import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { PersonBrief } from '../../core/store/types';
import { searchMessages, type ChatOfHits, type Filters, type Hit } from './server';

export interface Hits {
  items: Hit[];
  people: Map<number, PersonBrief>;
  chats: Map<number, ChatOfHits>;
  filling: boolean;
}

/** Messages that fit, page after page; the last answer stays while the next one is on its way. */
export function useHits(words: string, filters: Filters) {
  const wanted = words !== '' || Object.keys(filters).some((name) => name !== 'chat');
  const ask = searchMessages(words, filters);
  const pages = useInfiniteQuery({
    queryKey: ['found-messages', words, filters],
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // What was edited, deleted or left meanwhile must not be shown from memory.
    staleTime: 0,
    gcTime: 30_000,
    enabled: wanted,
    retry: 1,
  });
  const { data } = pages;
  const hits = useMemo<Hits | null>(() => {
    if (data === undefined) return null;
    return {
      items: data.pages.flatMap((page) => page.items),
      people: new Map(data.pages.flatMap((page) => page.people).map((person) => [person.id, person])),
      chats: new Map(data.pages.flatMap((page) => page.chats).map((chat) => [chat.id, chat])),
      filling: data.pages.some((page) => page.filling),
    };
  }, [data]);
  return { ...pages, hits, wanted };
}
