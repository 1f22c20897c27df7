import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import type { Poll } from '../../core/store/types';
import { Chips } from '../../core/ui/Chips';
import { ErrorState, LoadingState } from '../../core/ui/states';
import confirming from '../confirm/Confirming.module.css';
import { NamedRow } from '../confirm/NamedRow';
import rows from '../list/ChatRows.module.css';
import { getVoters } from './server';
import { texts } from './texts';

/** Who chose which answer of an open poll, by surname. */
export function Voters({ messageId, poll }: { messageId: number; poll: Poll }) {
  const t = useTexts(texts);
  const dates = useDates();
  const counts = poll.counts ?? [];
  const [option, setOption] = useState(() => Math.max(0, counts.indexOf(Math.max(...counts))));
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['voters', messageId, option, counts[option]],
    queryFn: ({ pageParam }) => getVoters(messageId, option, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const voters = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={confirming.top}>
        <Chips
          label={t('poll.options')}
          value={String(option)}
          onChange={(chosen) => setOption(Number(chosen))}
          options={poll.options.map((label, place) => ({ value: String(place), label, count: counts[place] ?? 0 }))}
        />
      </div>
      {isPending && <LoadingState />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && voters.length === 0 && <p className={rows.note}>{t('poll.nobody')}</p>}
      <ul className={rows.plain} aria-label={poll.options[option] ?? ''}>
        {voters.map((voter) => (
          <li key={voter.person.id}>
            <NamedRow named={voter} after={dates.dateTime(voter.at)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="l" mode="tertiary" stretched loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
