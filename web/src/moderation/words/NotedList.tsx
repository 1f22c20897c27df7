import { usePages } from '../../core/api/usePages';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { briefName } from '../../core/ui/names';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import styles from '../Moderation.module.css';
import type { NotedMessage } from './server';
import { texts } from './texts';

/** Sentences with words that are only noted, the newest first. */
export function NotedList({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const pages = usePages<NotedMessage>(['noted-messages', organisation], `/api/organisations/${organisation}/noted-messages`);
  const { items, error } = pages;
  if (error && !items) return <ErrorState error={error} onRetry={() => void pages.refetch()} />;
  if (!items) return <LoadingState />;
  if (items.length === 0) return <EmptyState title={t('noted.none')}>{t('noted.none.hint')}</EmptyState>;
  return (
    <div className={styles.cards}>
      <PagedList
        label={t('words.noted')}
        items={items}
        idOf={({ id }) => id}
        hasNext={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        row={(one) => <Noted noted={one} />}
      />
    </div>
  );
}

function Noted({ noted }: { noted: NotedMessage }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <div className={styles.card}>
      <span className={styles.head}>
        <span className={styles.name}>{noted.author && briefName(noted.author)}</span>
        <span className={styles.note}>{t('noted.word', { phrase: noted.phrase })}</span>
      </span>
      <span>{noted.sentence}</span>
      <span className={styles.note}>{[noted.chat_title, dates.dateTime(noted.said_at)].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
