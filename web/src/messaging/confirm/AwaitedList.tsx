import { Icon56CheckCircleOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import rows from '../list/ChatRows.module.css';
import { confirmMessage } from '../outbox/wishes';
import { plain } from '../text/format';
import { previewOf, titleOf } from '../titles';
import styles from './AwaitedChip.module.css';
import { texts } from './texts';
import { useAwaited } from './useAwaited';

/** Messages of all chats that wait for my confirmation: one tap each. */
export function AwaitedList({ onOpen }: { onOpen: (conversationId: number) => void }) {
  const t = useTexts(texts);
  const { items, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAwaited();
  if (isPending) return <LoadingState />;
  if (error !== null && items.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (items.length === 0 && !hasNextPage) {
    return (
      <EmptyState icon={<Icon56CheckCircleOutline />} title={t('awaited.none')}>
        {t('awaited.none.hint')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={rows.plain} aria-label={t('awaited.title')}>
        {items.map((message) => (
          <Awaited key={message.id} message={message} onOpen={onOpen} />
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

function Awaited({ message, onOpen }: { message: Message; onOpen: (conversationId: number) => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const people = useStore((store) => store.data.people);
  const chat = useStore((store) => store.data.conversations[message.conversation_id]);
  const author = people[message.author_id];
  const title = chat === undefined ? '' : titleOf(chat, people, t);
  const about = [author ? briefName(author) : t('chat.unknown_person'), chat?.kind === 'direct' ? '' : title, dates.dateTime(message.created_at)];
  return (
    <li className={styles.item}>
      <div className={styles.who}>{about.filter(Boolean).join(' · ')}</div>
      <p className={styles.text}>{plain(message.body) || previewOf(message, people, t)}</p>
      <div className={styles.deeds}>
        <Button size="m" onClick={() => confirmMessage(message)}>
          {t('confirm.do')}
        </Button>
        {chat !== undefined && (
          <Button size="m" mode="tertiary" onClick={() => onOpen(chat.id)}>
            {t('awaited.open', { chat: title })}
          </Button>
        )}
      </div>
    </li>
  );
}
