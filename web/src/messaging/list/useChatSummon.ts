import { useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';

import { isTouch } from '../chat/useSummon';

/** Where a menu stands; null at the bottom of a phone's screen. */
export type MenuAt = { x: number; y: number } | null;

const LONG = 450;
const STILL = 10;
const FAR = 88;

interface Acts {
  menu: (at: MenuAt) => void;
  /** The row was drawn aside. */
  swiped: () => void;
}

/** Ways to what may be done with a chat: the right button, a long press, the menu key; a finger draws the row aside. */
export function useChatSummon({ menu, swiped }: Acts) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number; aside: boolean } | null>(null);
  const quiet = useRef(false);
  const release = (row: HTMLElement) => {
    if (press.current !== null) clearTimeout(press.current.timer);
    press.current = null;
    row.style.transform = '';
  };
  const open = (at: MenuAt) => {
    quiet.current = at === null;
    menu(at);
  };
  return {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      release(event.currentTarget);
      if (!quiet.current) open(isTouch() ? null : { x: event.clientX, y: event.clientY });
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      quiet.current = false;
      if (event.pointerType !== 'touch') return;
      const timer = setTimeout(() => open(null), LONG);
      press.current = { timer, x: event.clientX, y: event.clientY, aside: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = press.current;
      if (start === null) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.hypot(dx, dy) > STILL) clearTimeout(start.timer);
      start.aside ||= dx < -STILL && Math.abs(dx) > 2 * Math.abs(dy);
      if (start.aside) event.currentTarget.style.transform = `translateX(${Math.max(-FAR - 24, Math.min(0, dx))}px)`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const start = press.current;
      if (start?.aside === true) {
        quiet.current = true;
        if (start.x - event.clientX >= FAR) swiped();
      }
      release(event.currentTarget);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => release(event.currentTarget),
    /** The finger that opened the menu or drew the row aside lifts: that is no press. */
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!quiet.current || event.detail === 0) return;
      quiet.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      open({ x: box.left + 72, y: box.top + 24 });
    },
  };
}
