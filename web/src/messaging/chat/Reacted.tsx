import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import type { Message } from '../../core/store/types';
import { ErrorState, LoadingState } from '../../core/ui/states';
import rows from '../list/ChatRows.module.css';
import { PersonRow } from '../list/PersonRow';
import { getReactions } from '../server/conversations';

/** Who reacted to a message, and with what. */
export function Reacted({ message }: { message: Message }) {
  const t = useT();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['reacted', message.id],
    queryFn: ({ pageParam }) => getReactions(message.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  if (isPending) return <LoadingState />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const reacted = data.pages.flatMap((page) => page.items);
  if (reacted.length === 0) return <p className={rows.note}>{t('message.reacted.none')}</p>;
  return (
    <>
      <ul className={rows.plain}>
        {reacted.map(({ emoji, person }) => (
          <li key={`${person.id}${emoji}`}>
            <PersonRow person={person} after={emoji} onClick={() => navigate(`/people/${person.id}`)} />
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
