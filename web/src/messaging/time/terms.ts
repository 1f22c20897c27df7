import type { Translate } from '../../core/i18n/useT';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Terms that are offered, in seconds: from a minute to a month. */
export const TERMS = [MINUTE, 5 * MINUTE, HOUR, DAY, 7 * DAY, 31 * DAY];

/** «5 минут», «1 день»: in the largest unit that tells it whole. */
export function termText(seconds: number, t: Translate): string {
  if (seconds % DAY === 0) return t('time.days', { count: seconds / DAY });
  if (seconds % HOUR === 0) return t('time.hours', { count: seconds / HOUR });
  return t('time.minutes', { count: Math.round(seconds / MINUTE) });
}

/** «40 с», «5 мин», «3 ч»: what is left, in a unit of which there is more than one; never zero before its time. */
export function leftText(seconds: number, t: Translate): string {
  const left = Math.max(1, Math.round(seconds));
  if (left < 1.5 * MINUTE) return t('time.left.seconds', { count: left });
  if (left < 1.5 * HOUR) return t('time.left.minutes', { count: Math.round(left / MINUTE) });
  if (left < 1.5 * DAY) return t('time.left.hours', { count: Math.round(left / HOUR) });
  return t('time.left.days', { count: Math.round(left / DAY) });
}

/** After how many milliseconds `leftText` says something else, at the earliest. */
export const nextTick = (seconds: number): number => (seconds <= 2 * MINUTE ? 1000 : seconds <= 2 * HOUR ? 15_000 : 60_000);
