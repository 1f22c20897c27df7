import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';

import type { Message } from '../../core/store/types';
import type { SendTask } from '../outbox/tasks';
import { useChatActs } from './context';

const LONG = 450;
const STILL = 10;

/** Ways to a message's actions: the right button, a long press, Enter or the menu key. */
export function useSummon(message: Message, task: SendTask | null) {
  const acts = useChatActs();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const release = () => {
    if (press.current !== null) clearTimeout(press.current.timer);
    press.current = null;
  };
  if (task !== null || message.deleted) return {};
  return {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      // A selection or a link wants the browser's own menu.
      const link = (event.target as Element).closest('a[href^="http"]') !== null;
      if (link || (window.getSelection()?.toString() ?? '') !== '') return;
      event.preventDefault();
      release();
      acts.menu(message, isTouch() ? null : { x: event.clientX, y: event.clientY });
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') return;
      const timer = setTimeout(() => acts.menu(message, null), LONG);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = press.current;
      if (start !== null && Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL) release();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || !['Enter', 'ContextMenu'].includes(event.key)) return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      acts.menu(message, { x: box.left + 80, y: Math.max(60, box.top + 20) });
    },
  };
}

export const isTouch = (): boolean => window.matchMedia('(hover: none)').matches;
