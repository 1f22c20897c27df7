import { lazy, type ComponentType } from 'react';

import type { PlusContext } from './plus';

export interface ComposeSheetProps {
  context: PlusContext;
  onClose: () => void;
}

/** What the composer's menu opens; each is loaded late and brings its own modal page. */
export const COMPOSE_SHEETS: Record<string, ComponentType<ComposeSheetProps>> = {
  lifetime: lazy(() => import('../time/LifetimeSheet')),
  poll: lazy(() => import('../polls/PollComposer')),
};
