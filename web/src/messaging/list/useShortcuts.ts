import { useEffect, type RefObject } from 'react';

import type { Conversation } from '../../core/store/types';

interface Shortcuts {
  search: RefObject<HTMLInputElement | null>;
  chats: readonly Conversation[];
  activeId: number | null;
  onOpen: (id: number) => void;
}

/** Ctrl+K looks for a chat; Alt with arrows goes to the next and the previous one. */
export function useShortcuts({ search, chats, activeId, onOpen }: Shortcuts): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        search.current?.focus();
      }
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const at = chats.findIndex((chat) => chat.id === activeId);
      const next = chats[event.key === 'ArrowDown' ? at + 1 : at - 1];
      if (next !== undefined) onOpen(next.id);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [search, chats, activeId, onOpen]);
}
