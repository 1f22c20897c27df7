import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import type { Message } from '../../core/store/types';
import { ErrorState, LoadingState } from '../../core/ui/states';
import rows from '../list/ChatRows.module.css';
import { PersonRow } from '../list/PersonRow';
import { getReaders } from '../server/conversations';

/** Who has read a message of mine. */
export function Readers({ message }: { message: Message }) {
  const t = useT();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['readers', message.id],
    queryFn: ({ pageParam }) => getReaders(message.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  if (isPending) return <LoadingState />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const readers = data.pages.flatMap((page) => page.items);
  const total = data.pages[0];
  return (
    <>
      <p className={rows.note}>
        {readers.length === 0
          ? t('message.readers.none')
          : t('message.readers.count', { read: total?.total_read ?? 0, all: total?.total_members ?? 0 })}
      </p>
      <ul className={rows.plain}>
        {readers.map(({ person }) => (
          <li key={person.id}>
            <PersonRow person={person} onClick={() => navigate(`/people/${person.id}`)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="l" mode="tertiary" stretched onClick={() => void fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
