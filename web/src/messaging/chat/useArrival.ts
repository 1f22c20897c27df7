import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { Row } from './rows';
import type { Jump } from './useJump';

interface Arrival {
  rows: readonly Row[];
  virtual: Virtualizer<HTMLDivElement, Element>;
  jump: Jump;
}

const FLASH = 1600;

/** Brings the reader where they have to be: the first unread on opening, a quoted message, the newest. */
export function useArrival({ rows, virtual, jump }: Arrival): string | null {
  const [flashed, setFlashed] = useState<string | null>(null);
  const opened = useRef(false);
  const { target, end, arrived } = jump;

  useLayoutEffect(() => {
    if (opened.current || rows.length === 0) return;
    opened.current = true;
    const unread = rows.findIndex((row) => row.unread);
    if (unread > 0) virtual.scrollToIndex(unread, { align: 'start' });
    else virtual.scrollToEnd();
  }, [rows, virtual]);

  useLayoutEffect(() => {
    if (target === null) return;
    const index = rows.findIndex((row) => row.message.number >= target.number && row.task === null);
    const row = rows[index];
    if (row === undefined) return;
    virtual.scrollToIndex(index, { align: 'center' });
    setFlashed(row.id);
    arrived();
  }, [target, rows, virtual, arrived]);

  useLayoutEffect(() => {
    if (end > 0) virtual.scrollToEnd();
  }, [end, virtual]);

  useEffect(() => {
    if (flashed === null) return undefined;
    const timer = setTimeout(() => setFlashed(null), FLASH);
    return () => clearTimeout(timer);
  }, [flashed]);
  return flashed;
}
