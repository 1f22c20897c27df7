/** A moment on the clock of a time zone: `2026-11-23T08:00`, as the browser's date field has it. */
export function wallOf(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The moment when the clock of the zone shows this; null for what is no date. */
export function momentOf(wall: string, zone: string): Date | null {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (at: number): number => Date.parse(`${wallOf(new Date(at), zone)}:00Z`) - at;
  // The second look is for moments near a change of the clocks.
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}

const DAY = 24 * 3600_000;

/** So many days from today at this hour, by the clock of the zone. */
export function dayAt(now: Date, days: number, time: string, zone: string): Date {
  const today = wallOf(now, zone).slice(0, 10);
  const date = new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  return momentOf(`${date}T${time}`, zone) ?? now;
}

/** The next Monday at this hour; on a Monday the one in a week. */
export function mondayAt(now: Date, time: string, zone: string): Date {
  const weekday = new Date(`${wallOf(now, zone).slice(0, 10)}T12:00:00Z`).getUTCDay();
  return dayAt(now, (8 - weekday) % 7 || 7, time, zone);
}
