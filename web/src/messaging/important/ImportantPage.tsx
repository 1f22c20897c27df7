import { Icon24Favorite, Icon56FavoriteOutline } from '@vkontakte/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, IconButton, VisuallyHidden } from '@vkontakte/vkui';
import { useEffect } from 'react';

import { queries } from '../../core/api/query';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { mergePeople } from '../../core/store/merge';
import { change, useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { Page } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { briefName } from '../../core/ui/names';
import { hearEvents } from '../announce';
import { ChatAvatar } from '../list/ChatAvatar';
import { mark } from '../outbox/wishes';
import { book } from '../stickers/book';
import { previewOf, titleOf } from '../titles';
import styles from './ImportantPage.module.css';
import { getImportant } from './server';
import { TEXTS } from './texts';

/** My store of important messages: from all chats, a step away from where they were said. */
export default function ImportantPage() {
  const t = useTexts(TEXTS);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['important'],
    queryFn: ({ pageParam }) => getImportant(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  useEffect(() => {
    if (data !== undefined) change((state) => mergePeople(state, data.pages.flatMap((page) => page.people)));
  }, [data]);
  useEffect(() => hearEvents((event) => void (event.kind === 'message_marked' && refetch())), [refetch]);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('important.title')} up="/chats">
      {isPending && <LoadingState />}
      {error !== null && items.length === 0 && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && items.length === 0 && (
        <EmptyState icon={<Icon56FavoriteOutline />} title={t('important.empty')}>
          {t('important.empty.hint')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {items.map(({ message }) => (
          <li key={message.id} className={styles.item}>
            <Row message={message} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="l" mode="tertiary" stretched loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </Page>
  );
}

function Row({ message }: { message: Message }) {
  const t = useTexts(TEXTS);
  const dates = useDates();
  const people = useStore((store) => store.data.people);
  const chat = useStore((store) => store.data.conversations[message.conversation_id]);
  const author = people[message.author_id];
  const name = author === undefined ? '' : briefName(author);
  const title = chat === undefined ? '' : titleOf(chat, people, t);
  const sticker = book.get(message.content?.sticker ?? '');
  return (
    <>
      <Link to={`/chats/${message.conversation_id}?at=${message.number}`} className={styles.row}>
        <VisuallyHidden>{t('important.open')} </VisuallyHidden>
        {chat !== undefined && <ChatAvatar chat={chat} size={40} />}
        <span className={styles.text}>
          <span className={styles.head}>
            <span className={styles.title}>{title}</span>
            <time className={styles.time} dateTime={message.created_at}>
              {dates.stamp(message.created_at)}
            </time>
          </span>
          {chat?.kind === 'group' && <span className={styles.author}>{name}</span>}
          {sticker === undefined ? <span className={styles.words}>{previewOf(message, people, t)}</span> : <img src={sticker.url} width={64} height={64} alt={previewOf(message, people, t)} />}
        </span>
      </Link>
      <IconButton label={t('important.unmark')} className={styles.star} onClick={() => unmark(message)}>
        <Icon24Favorite />
      </IconButton>
    </>
  );
}

/** The list is asked for anew once the server has been told, by the event that follows. */
function unmark(message: Message): void {
  queries.setQueryData<{ pages: { items: { message: Message }[] }[] }>(['important'], (was) =>
    was === undefined
      ? was
      : { ...was, pages: was.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.message.id !== message.id) })) },
  );
  mark(message, false);
}
