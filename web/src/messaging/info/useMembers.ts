import { useInfiniteQuery } from '@tanstack/react-query';

import { useStore } from '../../core/store/store';
import { getMembers, type Member } from '../server/conversations';

/** Members page by page; asked for anew when somebody comes or goes. */
export function useMembers(conversationId: number) {
  const version = useStore((store) => store.data.memberChanges[conversationId] ?? 0);
  const query = useInfiniteQuery({
    queryKey: ['members', conversationId, version],
    queryFn: ({ pageParam }) => getMembers(conversationId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
  const members: Member[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...query, members, bySurname: query.data?.pages[0]?.by_surname ?? false, hidden: query.data?.pages[0]?.hidden ?? false };
}
