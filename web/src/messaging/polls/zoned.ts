/** The moment that a wall clock in a time zone shows as `2026-11-25T18:30`; of a doubled hour the first. */
export function momentOf(wall: string, timeZone: string): Date | null {
  const naive = Date.parse(`${wall}Z`);
  if (Number.isNaN(naive)) return null;
  // The offset before and after the guess differ where the clocks change in between.
  const first = naive - offsetAt(naive, timeZone);
  return new Date(naive - offsetAt(first, timeZone));
}

/** What a wall clock in a time zone shows at a moment, as a field for date and time takes it. */
export function wallOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** Milliseconds that a zone's clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(moment / 1000) * 1000;
}
