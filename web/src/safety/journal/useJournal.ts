import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];
export type JournalEntry = Shapes['JournalEntry'];
type Journal = Shapes['Journal'];

export interface Asked {
  /** Null for the whole installation. */
  organisation: number | null;
  action: string;
  person: number | null;
  since: string;
  until: string;
}

export const journalPath = (organisation: number | null) =>
  organisation === null ? '/api/journal' : `/api/organisations/${organisation}/journal`;

/** What the server is asked; days are those of the reader's own calendar. */
export function queryOf({ action, person, since, until }: Asked): Record<string, string | number | null> {
  return {
    action: action || null,
    person,
    since: since && new Date(`${since}T00:00`).toISOString(),
    until: until && dayAfter(until).toISOString(),
  };
}

function dayAfter(day: string): Date {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date;
}

/** The log, page after page, with the names of those in it. */
export function useJournal(asked: Asked) {
  const query = queryOf(asked);
  const pages = useInfiniteQuery({
    queryKey: ['journal', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Journal>(journalPath(asked.organisation), { ...query, limit: 50, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { data } = pages;
  const people = useMemo(
    () => new Map(data?.pages.flatMap((page) => page.people).map((person) => [person.id, person])),
    [data],
  );
  return { ...pages, items: data?.pages.flatMap((page) => page.items), people };
}

/** What can be filtered by there. */
export function useActions(organisation: number | null) {
  return useQuery({
    queryKey: ['journal-actions', organisation],
    queryFn: () => api.get<{ items: { action: string; words: string }[] }>(`${journalPath(organisation)}/actions`),
  });
}
