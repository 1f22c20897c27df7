import { Icon56GalleryOutline } from '@vkontakte/icons';
import { Tabs, TabsItem } from '@vkontakte/vkui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { mergePeople } from '../../core/store/merge';
import { change } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { useMore } from '../../core/ui/useMore';
import { useChatActs } from '../chat/context';
import { AttachedRow } from './AttachedRow';
import { AttachedTile } from './AttachedTile';
import styles from './Attached.module.css';
import { listAttached, type Attached, type AttachmentKind } from './server';
import { texts } from './texts';

const KINDS: AttachmentKind[] = ['media', 'document', 'voice', 'audio', 'link'];

interface Props {
  conversation: Conversation;
  onClose: () => void;
  /** Somebody wants to see it where it was said. */
  onJump: () => void;
}

/** Everything that was attached in a chat, a kind at a time, each a press away from its message. */
export default function AttachedSheet({ conversation, onClose, onJump }: Props) {
  const t = useTexts(texts);
  const acts = useChatActs();
  const [kind, setKind] = useState<AttachmentKind>('media');
  const title = t('attached.title');
  const jump = (attached: Attached) => {
    onJump();
    acts.jump(attached.number);
  };
  return (
    <Sheet title={title} size={560} onClose={onClose}>
      <Tabs mode="accent" layoutFillMode="shrinked" withScrollToSelectedTab aria-label={t('attached.kinds')}>
        {KINDS.map((one) => (
          <TabsItem key={one} id={`attached-${one}`} selected={one === kind} aria-controls="attached" onClick={() => setKind(one)}>
            {t(`attached.${one}`)}
          </TabsItem>
        ))}
      </Tabs>
      <div id="attached" role="tabpanel" aria-labelledby={`attached-${kind}`} className={styles.panel}>
        <List key={kind} conversationId={conversation.id} kind={kind} onJump={jump} />
      </div>
    </Sheet>
  );
}

function List({ conversationId, kind, onJump }: { conversationId: number; kind: AttachmentKind; onJump: (attached: Attached) => void }) {
  const t = useTexts(texts);
  const pages = useInfiniteQuery({
    queryKey: ['attached', conversationId, kind],
    queryFn: ({ pageParam }) => listAttached(conversationId, kind, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const end = useMore(pages.hasNextPage && !pages.isFetching, () => void pages.fetchNextPage());
  const { data } = pages;
  useEffect(() => {
    if (data !== undefined) change((state) => mergePeople(state, data.pages.flatMap((page) => page.people)));
  }, [data]);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isPending) return <LoadingState />;
  if (pages.isError && items.length === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (items.length === 0) {
    return (
      <EmptyState icon={<Icon56GalleryOutline />} title={t('attached.empty')}>
        {t('attached.empty.hint')}
      </EmptyState>
    );
  }
  const Item = kind === 'media' ? AttachedTile : AttachedRow;
  return (
    <>
      <ul className={kind === 'media' ? styles.grid : styles.rows} aria-label={t(`attached.${kind}`)}>
        {items.map((attached) => (
          <Item key={`${attached.number}-${attached.file?.id ?? attached.link}`} attached={attached} onJump={onJump} />
        ))}
      </ul>
      <div ref={end} />
      {pages.isFetchingNextPage && <LoadingState />}
    </>
  );
}
