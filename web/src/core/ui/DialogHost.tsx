import { lazy, Suspense } from 'react';

import { useDialogs } from './dialogs';

const OpenDialogs = lazy(() => import('./OpenDialogs'));

/** Where `confirm` and `toast` appear; stands once, above the pages, and loads what it shows when it is needed. */
export function DialogHost() {
  const needed = useDialogs(({ question, notice }) => question !== null || notice !== null);
  return needed ? (
    <Suspense>
      <OpenDialogs />
    </Suspense>
  ) : null;
}
