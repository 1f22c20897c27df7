const HOUR = 3600_000;
const MORNING = 7;

/** Seven o'clock of the next day here; before dawn it is still the same night. */
export function tomorrowMorning(now = new Date()): Date {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  if (now.getHours() >= 4) morning.setDate(morning.getDate() + 1);
  return morning;
}

/** For how long a chat may be silent, by the names of the sentences. */
export const TERMS: readonly (readonly [id: string, until: () => string])[] = [
  ['order.mute.hour', () => new Date(Date.now() + HOUR).toISOString()],
  ['order.mute.hours', () => new Date(Date.now() + 8 * HOUR).toISOString()],
  ['order.mute.morning', () => tomorrowMorning().toISOString()],
  ['order.mute.forever', () => 'forever'],
];

/** Silent for good, but for what names me or answers me. */
export const MENTIONS_ONLY = { what: 'muted', until: 'forever', mentions_pass: true } as const;
