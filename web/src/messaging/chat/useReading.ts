import { useEffect, useRef, type RefObject } from 'react';

import type { Conversation } from '../../core/store/types';
import { readTo } from '../outbox/wishes';
import type { Row } from './rows';

const LOOK_AFTER = 400;

/** Moves my pointer to the last message that was really on the screen of a window somebody looks at. */
export function useReading(conversation: Conversation, rows: readonly Row[], scroller: RefObject<HTMLDivElement | null>): void {
  const latest = useRef({ conversation, rows });
  latest.current = { conversation, rows };
  const schedule = useRef<() => void>(() => undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
      const element = scroller.current;
      const number = element === null ? 0 : lastVisible(element, latest.current.rows);
      if (number > 0) readTo(latest.current.conversation.id, number);
    };
    const later = () => {
      timer ??= setTimeout(look, LOOK_AFTER);
    };
    schedule.current = later;
    const element = scroller.current;
    element?.addEventListener('scroll', later, { passive: true });
    window.addEventListener('focus', later);
    document.addEventListener('visibilitychange', later);
    later();
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('scroll', later);
      window.removeEventListener('focus', later);
      document.removeEventListener('visibilitychange', later);
    };
  }, [scroller]);

  useEffect(() => schedule.current(), [rows]);
}

/** The number of the lowest message whose end is in sight; one taller than the screen counts by its beginning. */
function lastVisible(scroller: HTMLElement, rows: readonly Row[]): number {
  const bottom = scroller.getBoundingClientRect().bottom;
  let number = 0;
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-index]')) {
    const box = element.getBoundingClientRect();
    const message = rows[Number(element.dataset['index'])]?.message;
    const seen = box.bottom <= bottom + 24 || box.top < bottom - 120;
    if (message !== undefined && seen) number = Math.max(number, message.number);
  }
  return number;
}
