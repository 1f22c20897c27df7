import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

/** Drags lines of a list by a handle, or moves them with the arrow keys. The order is given away when it settles. */
export function useSorting(order: readonly string[], settle: (order: string[], moved: string) => void) {
  const [dragged, setDragged] = useState<{ key: string; order: string[] } | null>(null);
  const height = useRef(0);
  const start = useRef(0);
  const shown = dragged?.order ?? [...order];

  const moved = (key: string, to: number): string[] => {
    const rest = order.filter((one) => one !== key);
    rest.splice(Math.max(0, Math.min(rest.length, to)), 0, key);
    return rest;
  };
  const handle = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      height.current = event.currentTarget.closest('li')?.offsetHeight ?? 48;
      start.current = event.clientY;
      setDragged({ key, order: [...order] });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged?.key !== key) return;
      const by = Math.round((event.clientY - start.current) / height.current);
      setDragged({ key, order: moved(key, order.indexOf(key) + by) });
    },
    onPointerUp: () => {
      if (dragged?.key === key && dragged.order.some((one, index) => one !== order[index])) settle(dragged.order, key);
      setDragged(null);
    },
    onPointerCancel: () => setDragged(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const to = order.indexOf(key) + step;
      if (to >= 0 && to < order.length) settle(moved(key, to), key);
    },
  });
  return { shown, dragged: dragged?.key ?? null, handle };
}
