import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

import type { Conversation } from '../../core/store/types';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What waits in a chat, page by page; asked for anew whenever the server says that it changed. */
export function useQueue<Item>(what: string, conversation: Conversation, get: (id: number, after: string | null) => Promise<Page<Item>>, enabled = true) {
  // The event brings a new object each time, also when the number is the same again.
  const { held = 0, joins = 0 } = conversation.waiting ?? {};
  const key: QueryKey = [what, conversation.id, held, joins, conversation.last_number, conversation.my_role];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => get(conversation.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
    enabled,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [], pages: query.data?.pages ?? [] };
}
