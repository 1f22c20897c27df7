import { useEffect } from 'react';

import { idIn } from '../../core/navigation/match';
import { navigate, useSearch } from '../../core/navigation/router';
import type { Jump } from './useJump';
import type { ChatSearching } from './useChatSearch';

/**
 * `/chats/42?at=217` opens the history at a message, `&find=…` with the search that found it.
 * Said once: coming back to the chat later is no wish to be there again, so the address is plain at once.
 */
export function useAddressed(jump: Jump['to'], find: ChatSearching['find']): void {
  const search = useSearch();
  const at = idIn(search.get('at') ?? '', 0);
  const words = search.get('find');
  useEffect(() => {
    if (at === null) return;
    if (at > 0) {
      if (words === null) jump(at);
      else find(words, at);
    }
    navigate(window.location.pathname, { replace: true });
  }, [at, words, jump, find]);
}
