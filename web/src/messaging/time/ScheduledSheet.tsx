import { Icon56RecentOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { ScheduledItem } from './ScheduledItem';
import { listScheduled } from './server';
import { texts } from './texts';
import styles from './Time.module.css';

interface Props {
  conversation: Conversation;
  onClose: () => void;
}

/** What waits to be sent in a chat, and what was not let through. */
export default function ScheduledSheet({ conversation, onClose }: Props) {
  const t = useTexts(texts);
  const list = useQuery({ queryKey: ['scheduled', conversation.id], queryFn: () => listScheduled(conversation.id), staleTime: 0 });
  return (
    <Sheet title={t('scheduled.title')} fit onClose={onClose}>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <EmptyState icon={<Icon56RecentOutline />} title={t('scheduled.empty')}>
          {t('scheduled.empty.hint')}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={t('scheduled.title')}>
        {list.data?.items.map((scheduled) => (
          <ScheduledItem key={scheduled.id} scheduled={scheduled} />
        ))}
      </ul>
    </Sheet>
  );
}
