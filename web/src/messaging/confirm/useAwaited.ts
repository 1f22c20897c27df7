import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { mergePeople } from '../../core/store/merge';
import { change } from '../../core/store/store';
import { useOutbox } from '../outbox/outbox';
import { getAwaited } from './server';

/** What waits for my confirmation, without what I have confirmed here a moment ago. */
export function useAwaited() {
  const query = useInfiniteQuery({
    queryKey: ['awaited'],
    queryFn: ({ pageParam }) => getAwaited(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const tasks = useOutbox((box) => box.tasks);
  const told = new Set(tasks.flatMap((task) => (task.kind === 'confirm' && task.state !== 'refused' ? [task.message_id] : [])));
  const { data } = query;
  useEffect(() => {
    const people = data?.pages.flatMap((page) => page.people) ?? [];
    if (people.length > 0) change((state) => mergePeople(state, people));
  }, [data]);
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const items = all.filter((message) => !told.has(message.id));
  return { ...query, items, count: Math.max(0, (data?.pages[0]?.total ?? 0) - (all.length - items.length)) };
}
