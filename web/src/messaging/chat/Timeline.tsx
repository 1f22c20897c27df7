import { useVirtualizer } from '@tanstack/react-virtual';
import { Spinner } from '@vkontakte/vkui';
import { useEffect, useRef, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { EmptyState, ErrorState } from '../../core/ui/states';
import { titleOf } from '../titles';
import { estimate } from './estimate';
import { MessageRow } from './MessageRow';
import { ScrollDown } from './ScrollDown';
import styles from './Timeline.module.css';
import { useArrival } from './useArrival';
import type { Jump } from './useJump';
import { usePaging } from './usePaging';
import { useReading } from './useReading';
import { useRows, type Shown } from './useRows';
import { useStayAtEnd } from './useStayAtEnd';
import { walkRows } from './walkRows';

interface Props {
  conversation: Conversation;
  jump: Jump;
}

const MORE = 56;

/** The messages of a conversation: only the visible are drawn, and the reader's place never moves by itself. */
export function Timeline({ conversation, jump }: Props) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const shown = useRows(conversation, jump.anchor);
  const { rows, complete } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const [far, setFar] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => rows[index]?.id ?? index,
    anchorTo: 'end',
    followOnAppend: complete.after,
    scrollEndThreshold: 60,
    overscan: 8,
    paddingStart: complete.before ? 8 : MORE,
    paddingEnd: complete.after ? 8 : MORE,
    useAnimationFrameWithResizeObserver: false,
    onChange: (instance) => setFar(instance.getDistanceFromEnd() > 240),
  });
  const { error, retry } = usePaging(conversation, shown, virtual, jump.anchor);
  const flashed = useArrival({ rows, virtual, jump });
  useReading(conversation, rows, scroller);
  useStayAtEnd(scroller, virtual);
  const items = virtual.getVirtualItems();
  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk through the messages */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-live="off"
        aria-label={t('chat.messages', { title: titleOf(conversation, people, t) })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={walkRows}
      >
        <div className={styles.sizer} style={{ blockSize: virtual.getTotalSize() }}>
          {!complete.before && rows.length > 0 && <More at="start" />}
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className={styles.item}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <MessageRow {...row} conversation={conversation} flash={flashed === row.id} />
                </div>
              )
            );
          })}
          {!complete.after && rows.length > 0 && <More at="end" />}
        </div>
        {rows.length === 0 && <Nothing conversation={conversation} shown={shown} error={error} retry={retry} />}
      </div>
      <ScrollDown shown={far || !complete.after} unread={conversation.unread} onClick={jump.toEnd} />
    </div>
  );
}

/** Stands where the history goes on and is being fetched. */
function More({ at }: { at: 'start' | 'end' }) {
  const t = useT();
  return (
    <div className={at === 'start' ? styles.before : styles.after}>
      <Spinner size="m">{t('chat.loading')}</Spinner>
    </div>
  );
}

interface NothingProps {
  conversation: Conversation;
  shown: Shown;
  error: unknown;
  retry: () => void;
}

function Nothing({ conversation, shown, error, retry }: NothingProps) {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    // A spinner that lives for a moment only makes the chat blink.
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  if (conversation.last_number === 0 || shown.range !== null) {
    return (
      <div className={styles.nothing}>
        <EmptyState title={t('chat.empty')}>{conversation.can_write ? t('chat.empty.hint') : null}</EmptyState>
      </div>
    );
  }
  if (error !== null) return <div className={styles.nothing}><ErrorState error={error} onRetry={retry} /></div>;
  return late ? (
    <div className={styles.nothing}>
      <Spinner size="l">{t('chat.loading')}</Spinner>
    </div>
  ) : null;
}
