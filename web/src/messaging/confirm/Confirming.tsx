import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import type { Message } from '../../core/store/types';
import { Chips } from '../../core/ui/Chips';
import { ErrorState, LoadingState } from '../../core/ui/states';
import type { SheetProps } from '../chat/sheets';
import rows from '../list/ChatRows.module.css';
import styles from './Confirming.module.css';
import { Export } from './Export';
import { NamedRow } from './NamedRow';
import { Remind } from './Remind';
import { getConfirming, type Confirming as Answer, type ListOf } from './server';
import { texts } from './texts';

/** Who has confirmed a message of mine and who has not; those can be reminded, and the list taken away. */
export default function Confirming({ message }: SheetProps) {
  const t = useTexts(texts);
  const [list, setList] = useState<ListOf>('waiting');
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['confirming', message.id, list],
    queryFn: ({ pageParam }) => getConfirming(message.id, list, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    refetchInterval: 15_000,
  });
  const figures = data?.pages[0];
  const waiting = figures === undefined ? undefined : figures.total - figures.confirmed;
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.top}>
        <Chips
          label={t('confirm.which')}
          value={list}
          onChange={setList}
          options={[
            { value: 'waiting', label: t('confirm.waiting'), ...(waiting === undefined ? {} : { count: waiting }) },
            { value: 'confirmed', label: t('confirm.confirmed'), ...(figures === undefined ? {} : { count: figures.confirmed }) },
          ]}
        />
      </div>
      {isPending && <LoadingState />}
      {error !== null && figures === undefined && <ErrorState error={error} onRetry={() => void refetch()} />}
      {figures !== undefined && people.length === 0 && <p className={rows.note}>{t(`confirm.${list}.none`)}</p>}
      <ul className={rows.plain} aria-label={t(`confirm.${list}`)}>
        {people.map((one) => (
          <li key={one.person.id}>
            <NamedRow named={one} after={<When answer={one} message={message} />} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="l" mode="tertiary" stretched loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      {figures !== undefined && (
        <div className={styles.deeds}>
          {waiting !== 0 && <Remind messageId={message.id} againAt={figures.remind_again_at} onReminded={() => void refetch()} />}
          <Export path={`/api/messages/${message.id}/confirmations/table`} />
        </div>
      )}
    </>
  );
}

function When({ answer, message }: { answer: Answer; message: Message }) {
  const t = useTexts(texts);
  const dates = useDates();
  if (answer.at === null) return null;
  const outdated = message.edited_at !== null && Date.parse(message.edited_at) > Date.parse(answer.at);
  return (
    <>
      {dates.dateTime(answer.at)}
      {outdated && <br />}
      {outdated && t('confirm.before_change')}
    </>
  );
}
