import { useEffect, useState } from 'react';

import { navigate, useSearch } from '../../core/navigation/router';

export interface Sought {
  words: string;
  /** The hit one comes from. */
  at: number | null;
}

/** The search inside the chat: opened by Ctrl+F, or by an address that names a hit, to which it brings the reader. */
export function useChatSearch(jump: (number: number) => void) {
  const [sought, setSought] = useState<Sought | null>(null);
  const search = useSearch();
  const at = Number(search.get('at')) || null;
  const words = search.get('find');

  useEffect(() => {
    if (at === null) return;
    if (words === null) jump(at);
    else setSought({ words, at });
    // Said once: coming back to the chat later is no wish to be at the hit again, and choosing it again is.
    navigate(window.location.pathname, { replace: true });
  }, [at, words, jump]);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== 'KeyF') return;
      event.preventDefault();
      setSought((was) => was ?? { words: '', at: null });
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);

  return { sought, open: () => setSought({ words: '', at: null }), close: () => setSought(null) };
}
