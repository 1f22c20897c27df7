import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useState } from 'react';

import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { loadAfter, loadBefore, loadTail } from '../history';
import type { Shown } from './useRows';

const NEAR = 12;
const AGAIN_AFTER = 3000;

/** Fetches history where the reader comes near its edge, and the newest messages when they are missing. */
export function usePaging(
  conversation: Conversation,
  shown: Shown,
  virtual: Virtualizer<HTMLDivElement, Element>,
  anchor: number | null,
): { error: unknown; retry: () => void } {
  const [error, setError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const status = useStore((store) => store.now.status);
  const retry = useCallback(() => setTries((was) => was + 1), []);
  const { id, last_number } = conversation;
  const { rows, range, complete } = shown;
  const [from, to] = range ?? [0, 0];

  const settle = useCallback(
    (asked: Promise<void>) => {
      asked.then(
        () => setError(null),
        (reason: unknown) => {
          setError(reason);
          setTimeout(retry, AGAIN_AFTER);
        },
      );
    },
    [retry],
  );

  useEffect(() => {
    if (anchor === null && last_number > 0) settle(loadTail(id));
  }, [id, last_number, anchor, to, tries, status, settle]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items[items.length - 1]?.index ?? 0;
  const nearStart = rows.length > 0 && !complete.before && first < NEAR;
  const nearEnd = rows.length > 0 && !complete.after && last > rows.length - NEAR;
  useEffect(() => {
    if (nearStart) settle(loadBefore(id, from));
  }, [nearStart, id, from, tries, settle]);
  useEffect(() => {
    if (nearEnd) settle(loadAfter(id, to));
  }, [nearEnd, id, to, tries, settle]);
  // A page of hidden messages draws nothing: go on until something can be shown.
  useEffect(() => {
    if (rows.length === 0 && from > 0 && !complete.before) settle(loadBefore(id, from));
  }, [rows.length, from, complete.before, id, settle]);
  return { error, retry };
}
