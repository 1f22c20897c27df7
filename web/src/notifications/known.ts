/** What this device knows of the person's wishes, so that it can keep silent by itself. */
import { create } from 'zustand';

import type { Kind, Notifications, QuietHours, Signal } from './server';

interface Known {
  notifications: Notifications | null;
  quiet: QuietHours | null;
}

export const useKnown = create<Known>(() => ({ notifications: null, quiet: null }));

/** Until when it is quiet now; null when it is not. Works from what was read last, also without a network. */
export function quietUntil(quiet: QuietHours | null, now = Date.now()): string | null {
  const span = quiet?.coming.find(({ starts, ends }) => Date.parse(starts) <= now && now < Date.parse(ends));
  return span?.ends ?? null;
}

/** Whether a kind of news is told in this way; what is not known yet is not told loudly. */
export function wants(kind: Kind, signal: Signal): boolean {
  const { notifications } = useKnown.getState();
  return notifications?.kinds.find((one) => one.kind === kind)?.[signal] ?? false;
}
