import { Icon56LinkCircleOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { LinkCard } from './LinkCard';
import { NewLinkForm } from './NewLinkForm';
import { QrCode } from './QrCode';
import styles from './Rules.module.css';
import { getLinks, type InviteLink } from './server';
import { texts } from './texts';

/** Ways into the chat for those who are not in it yet. */
export default function LinksSheet({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<InviteLink | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['links', conversation.id],
    queryFn: ({ pageParam }) => getLinks(conversation.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: conversation.automatic === null,
  });
  if (conversation.automatic !== null) return <p className={styles.hint}>{t('rules.links.roster')}</p>;
  if (query.isPending) return <LoadingState />;
  if (query.error !== null && query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (shown !== null) return <QrCode conversation={conversation} link={shown} onBack={() => setShown(null)} />;
  const links = query.data.pages.flatMap((page) => page.items);
  const done = () => {
    setMaking(false);
    void query.refetch();
  };
  if (making) return <NewLinkForm conversation={conversation} audiences={query.data.pages[0]?.audiences ?? ['contacts']} onDone={done} onCancel={() => setMaking(false)} />;
  const create = (
    <Button size="l" onClick={() => setMaking(true)}>
      {t('rules.links.new')}
    </Button>
  );
  if (links.length === 0) {
    return (
      <EmptyState icon={<Icon56LinkCircleOutline />} title={t('rules.links.empty')} action={create}>
        {t('rules.links.empty.hint')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.form}>
      <ul className={styles.list}>
        {links.map((link) => (
          <LinkCard key={link.id} link={link} conversation={conversation} onShow={() => setShown(link)} onRevoked={() => void query.refetch()} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="l" mode="tertiary" stretched loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      <div className={styles.foot}>{create}</div>
    </div>
  );
}
