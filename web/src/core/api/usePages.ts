import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

import { api } from './client';
import type { Page } from './types';

type Query = Record<string, string | number | null | undefined>;

/** A list that the server gives page by page, as one growing array. */
export function usePages<Item>(key: QueryKey, path: string, query: Query = {}) {
  const pages = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Item>>(path, { ...query, limit: 50, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return { ...pages, items: pages.data?.pages.flatMap((page) => page.items) };
}
