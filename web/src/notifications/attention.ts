/** Tells the server whether somebody is looking at this window, so that their phone keeps silent. */
import { session } from '../messaging/session';

/** Nobody touches the machine for so long: the person has gone, the screen stayed. */
const IDLE_AFTER = 120_000;
const SAY_AGAIN = 60_000;
const LOOK_EVERY = 5_000;

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let touched = Date.now();
let said: boolean | null = null;
let saidAt = 0;
let timer: ReturnType<typeof setInterval> | undefined;

export const isLooking = (): boolean =>
  document.visibilityState === 'visible' && document.hasFocus() && Date.now() - touched < IDLE_AFTER;

function say(again = false): void {
  const on = isLooking();
  const live = session()?.live;
  if (live === undefined || (on === said && !again)) return;
  said = on;
  saidAt = Date.now();
  live.focus(on);
}

function touch(): void {
  const wasIdle = Date.now() - touched > IDLE_AFTER;
  touched = Date.now();
  if (wasIdle) say();
}

const change = (): void => say();

export function watchAttention(): () => void {
  touched = Date.now();
  for (const name of TOUCHES) window.addEventListener(name, touch, { passive: true });
  for (const name of ['focus', 'blur', 'pagehide'] as const) window.addEventListener(name, change);
  document.addEventListener('visibilitychange', change);
  timer = setInterval(() => say(isLooking() && Date.now() - saidAt > SAY_AGAIN), LOOK_EVERY);
  say();
  return () => {
    for (const name of TOUCHES) window.removeEventListener(name, touch);
    for (const name of ['focus', 'blur', 'pagehide'] as const) window.removeEventListener(name, change);
    document.removeEventListener('visibilitychange', change);
    clearInterval(timer);
    said = null;
  };
}
