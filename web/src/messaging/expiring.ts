import { serverNow } from '../core/live/clock';
import { expire, nextExpiry } from '../core/store/expire';
import { change } from '../core/store/store';

const EVERY = 1000;

/** Takes what disappears off the screen at its moment, with or without a network; returns how to stop. */
export function startExpiring(): () => void {
  const look = (): void => {
    const now = serverNow();
    change((state) => (nextExpiry(state) <= now ? expire(state, now) : state));
  };
  // A page that was asleep must not show for a second what went meanwhile.
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, EVERY);
  look();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
