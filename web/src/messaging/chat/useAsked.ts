import { useEffect } from 'react';

import { idIn } from '../../core/navigation/match';
import { navigate, useSearch } from '../../core/navigation/router';
import type { Jump } from './useJump';

/** The message that the address names (`?message=17`) is shown once, and the address is plain again. */
export function useAsked(to: Jump['to']): void {
  const asked = idIn(useSearch().get('message') ?? '', 0);
  useEffect(() => {
    if (asked === null) return;
    navigate(window.location.pathname, { replace: true });
    if (asked > 0) to(asked);
  }, [asked, to]);
}
