import { Icon56CheckCircleOutline } from '@vkontakte/icons';
import { Button, Tabs, TabsItem } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { HeldCard } from './HeldCard';
import { JoinRow } from './JoinRow';
import styles from './Rules.module.css';
import { getHeld, getJoinRequests } from './server';
import { texts } from './texts';
import { useQueue } from './useQueue';

const counted = (words: string, count = 0): string => (count > 0 ? `${words} · ${count}` : words);

/** What an administrator has to decide about: words that wait, people who ask to come in. */
export default function QueueSheet({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const { held, joins } = conversation.waiting ?? {};
  const [tab, setTab] = useState<'messages' | 'joins'>(!held && joins ? 'joins' : 'messages');
  return (
    <>
      <Tabs>
        {(['messages', 'joins'] as const).map((name) => (
          <TabsItem key={name} id={`queue-${name}`} aria-controls={`queue-${name}-panel`} selected={tab === name} onClick={() => setTab(name)}>
            {counted(t(`rules.queue.${name}`), name === 'messages' ? held : joins)}
          </TabsItem>
        ))}
      </Tabs>
      <div role="tabpanel" id={`queue-${tab}-panel`} aria-labelledby={`queue-${tab}`}>
        {tab === 'messages' ? <Messages conversation={conversation} /> : <Joins conversation={conversation} />}
      </div>
    </>
  );
}

function Messages({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const { items, pages, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useQueue('held', conversation, getHeld);
  const people = pages.flatMap((page) => ('people' in page ? (page as Awaited<ReturnType<typeof getHeld>>).people : []));
  if (isPending) return <LoadingState />;
  if (error !== null && items.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const waiting = items.filter((held) => held.state === 'waiting');
  if (waiting.length === 0) return <Empty hint={t('rules.queue.messages.empty')} />;
  return (
    <>
      <ul className={styles.list}>
        {waiting.map((held) => (
          <HeldCard key={held.id} held={held} author={people.find((person) => person.id === held.author_id)} onDone={() => void refetch()} />
        ))}
      </ul>
      {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

function Joins({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const { items, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useQueue('joins', conversation, getJoinRequests);
  if (isPending) return <LoadingState />;
  if (error !== null && items.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (items.length === 0) return <Empty hint={t('rules.queue.joins.empty')} />;
  return (
    <>
      <ul className={styles.list}>
        {items.map((request) => (
          <JoinRow key={request.person.id} request={request} conversation={conversation} onDone={() => void refetch()} />
        ))}
      </ul>
      {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  );
}

function Empty({ hint }: { hint: string }) {
  const t = useTexts(texts);
  return (
    <EmptyState icon={<Icon56CheckCircleOutline />} title={t('rules.queue.empty')}>
      {hint}
    </EmptyState>
  );
}

function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const t = useTexts(texts);
  return (
    <Button size="l" mode="tertiary" stretched loading={busy} onClick={onMore}>
      {t('action.more')}
    </Button>
  );
}
