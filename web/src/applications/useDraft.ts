import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { fieldsOf, keyOf, save, type Application, type Fields } from './server';

const PAUSE = 700;

export type Saving = 'saved' | 'saving' | 'failed';

/** What is typed, kept on the server a moment after the last key; `flush` waits until the server has all of it. */
export function useDraft(application: Application) {
  const cache = useQueryClient();
  const [fields, setFields] = useState(() => fieldsOf(application));
  const [saving, setSaving] = useState<Saving>('saved');
  const latest = useRef(fields);
  const kept = useRef(fields);
  const timer = useRef<number | undefined>(undefined);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const { id } = application;

  const flush = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current);
    // One after another: an older save must not land on a newer one.
    sending.current = sending.current.catch(() => undefined).then(async () => {
      const now = latest.current;
      if (now === kept.current) return setSaving('saved');
      setSaving('saving');
      try {
        cache.setQueryData(keyOf(id), await save(id, now));
        kept.current = now;
        setSaving('saved');
      } catch (error) {
        setSaving('failed');
        throw error;
      }
    });
    return sending.current;
  }, [cache, id]);

  const change = useCallback(
    (part: Partial<Fields>) => {
      latest.current = { ...latest.current, ...part };
      setFields(latest.current);
      // Nothing is kept before the server says so.
      setSaving('saving');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush().catch(() => undefined), PAUSE);
    },
    [flush],
  );

  // Leaving the page must not lose the last word.
  useEffect(() => () => void flush().catch(() => undefined), [flush]);
  return { fields, change, flush, saving };
}

export type Draft = ReturnType<typeof useDraft>;
