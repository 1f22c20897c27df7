import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

import type { Conversation } from '../../core/store/types';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What waits in a chat, page by page; asked for anew whenever the server says that it changed. */
export function useQueue<Item>(what: string, conversation: Conversation, get: (id: number, after: string | null) => Promise<Page<Item>>, enabled = true) {
  const { held = 0, joins = 0, version = 0 } = conversation.waiting ?? {};
  const key: QueryKey = [what, conversation.id, held, joins, version, conversation.my_role];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => get(conversation.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
    // Numbers that were here before stand for other messages now.
    staleTime: 0,
    gcTime: 0,
    enabled,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [], pages: query.data?.pages ?? [] };
}
