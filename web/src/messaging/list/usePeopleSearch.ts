import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { searchPeople, type FoundPerson } from '../server/conversations';

const ASK_AFTER = 250;

/** People of my circle by name; the last answer stays while the next one is on its way. */
export function usePeopleSearch(words: string, enabled = true): { people: FoundPerson[]; pending: boolean; error: unknown } {
  const asked = useSettled(words);
  const { data, isPending, error } = useQuery({
    queryKey: ['people-search', asked],
    queryFn: () => searchPeople(asked, null),
    placeholderData: keepPreviousData,
    enabled,
  });
  return { people: data?.items ?? [], pending: isPending, error };
}

function useSettled(words: string): string {
  const [settled, settle] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => settle(words), ASK_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
