import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

import styles from './Floating.module.css';

interface Props {
  /** Beside this point; null stands at the bottom of a phone's screen. */
  at: { x: number; y: number } | null;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

const EDGE = 8;

/** A menu over the page: arrows walk through it, Escape and a press outside close it, focus returns. */
export function Floating({ at, label, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const guard = useOwnPresses();

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || at === null) return;
    const { offsetWidth, offsetHeight } = element;
    setPlace({
      left: Math.max(EDGE, Math.min(at.x, window.innerWidth - offsetWidth - EDGE)),
      top: Math.max(EDGE, Math.min(at.y, window.innerHeight - offsetHeight - EDGE)),
    });
  }, [at]);

  useEffect(() => {
    const before = document.activeElement;
    items(box.current)[0]?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus({ preventScroll: true });
    };
  }, []);

  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside the menu leaves it
    <div
      className={at === null ? styles.dim : styles.cover}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      {...guard}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div
        ref={box}
        role="menu"
        aria-label={label}
        className={at === null ? styles.bottom : styles.menu}
        style={at === null ? undefined : (place ?? { left: at.x, top: at.y, opacity: 0 })}
        tabIndex={-1}
        onKeyDown={(event) => walk(event, box.current, onClose)}
      >
        {children}
      </div>
    </div>,
    document.querySelector('.vkuiAppRoot__host') ?? document.body,
  );
}

/** The finger whose long press opened the menu still has to lift: its click would fall on whatever has come under it. */
function useOwnPresses() {
  const pressed = useRef(false);
  return {
    onPointerDownCapture: () => {
      pressed.current = true;
    },
    onClickCapture: (event: MouseEvent) => {
      // A click without a pointer comes from the keyboard.
      if (pressed.current || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function items(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

function walk(event: KeyboardEvent, box: HTMLElement | null, onClose: () => void): void {
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    onClose();
    return;
  }
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = items(box);
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[(at + step + all.length) % all.length]?.focus();
}
