import { lazy, Suspense } from 'react';

import type { Extras } from './extras';

const LifetimeExtra = lazy(() => import('../time/LifetimeExtra'));
const ConfirmExtra = lazy(() => import('../confirm/ConfirmExtra'));

/** Shows what the next message will carry, each with a cross; a capability adds its line. */
export function ExtrasBar({ extras }: { extras: Extras }) {
  if (extras.content === null) return null;
  return (
    <Suspense>
      {extras.content.confirm === true && <ConfirmExtra extras={extras} />}
      {extras.content.lifetime !== undefined && <LifetimeExtra extras={extras} seconds={extras.content.lifetime} />}
    </Suspense>
  );
}
