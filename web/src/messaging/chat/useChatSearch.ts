import { useCallback, useEffect, useState } from 'react';

export interface Sought {
  words: string;
  /** The hit one comes from. */
  at: number | null;
}

export interface ChatSearching {
  sought: Sought | null;
  /** Look for these words, beginning at a hit that was chosen. */
  find: (words: string, at: number) => void;
  open: () => void;
  close: () => void;
}

/** The search inside the chat, also by Ctrl+F. */
export function useChatSearch(): ChatSearching {
  const [sought, setSought] = useState<Sought | null>(null);
  const find = useCallback((words: string, at: number) => setSought({ words, at }), []);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== 'KeyF') return;
      event.preventDefault();
      setSought((was) => was ?? { words: '', at: null });
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);

  return { sought, find, open: () => setSought({ words: '', at: null }), close: () => setSought(null) };
}
