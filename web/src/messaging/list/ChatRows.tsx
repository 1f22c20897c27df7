import { Skeleton } from '@vkontakte/vkui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation } from '../../core/store/types';
import { watchPeople } from '../watching';
import { ChatRow } from './ChatRow';
import row from './ChatRow.module.css';
import styles from './ChatRows.module.css';
import type { MenuAt } from './useChatSummon';

const HEIGHT = 58;

interface Props {
  chats: readonly Conversation[];
  activeId: number | null;
  onOpen: (id: number) => void;
  onMenu: (chat: Conversation, at: MenuAt) => void;
  /** Stands above the chats and scrolls with them. */
  head?: ReactNode;
}

/** Chats, of which only the visible are drawn; the presence of their people is asked for. */
export function ChatRows({ chats, activeId, onOpen, onMenu, head }: Props) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(chats);
  latest.current = chats;
  const above = head === undefined ? 0 : HEIGHT;
  const virtual = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => chats[index]?.id ?? index,
    overscan: 6,
    scrollMargin: above,
  });
  // The open chat is in sight when somebody comes by a link; later it may go where its messages put it.
  const known = chats.some((chat) => chat.id === activeId);
  useEffect(() => {
    const index = latest.current.findIndex((chat) => chat.id === activeId);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [activeId, known, virtual]);
  const items = virtual.getVirtualItems();
  const partners = items.map((item) => chats[item.index]?.partner_id ?? 0).filter((id) => id > 0);
  const visible = partners.join(',');
  useEffect(() => watchPeople('list', visible === '' ? [] : visible.split(',').map(Number)), [visible]);
  return (
    <div ref={scroller} className={styles.scroller}>
      {head}
      <ul className={styles.list} style={{ blockSize: virtual.getTotalSize() }} aria-label={t('chats.list')}>
        {items.map((item) => {
          const chat = chats[item.index];
          return (
            chat && (
              <li key={item.key} className={styles.item} style={{ transform: `translateY(${item.start - above}px)` }}>
                <ChatRow chat={chat} active={chat.id === activeId} onOpen={onOpen} onMenu={onMenu} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

export function ChatRowsSkeleton() {
  const t = useT();
  return (
    <div role="status" aria-label={t('state.loading')} className={styles.scroller}>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} className={row.skeleton}>
          <Skeleton width={48} height={48} borderRadius="50%" />
          <div className={row.skeletonText}>
            <Skeleton width={`${45 + ((index * 17) % 30)}%`} height={14} borderRadius={6} />
            <Skeleton width={`${60 + ((index * 23) % 30)}%`} height={12} borderRadius={6} />
          </div>
        </div>
      ))}
    </div>
  );
}
