import type { Chosen, Preset } from './nothing';
import type { Filters, Kind } from './server';

export type { Chosen, Days } from './nothing';
export { NOTHING } from './nothing';

export const KINDS: readonly Kind[] = ['photo', 'video', 'voice', 'file', 'link', 'poll'];

export const PRESETS: readonly Preset[] = ['today', 'week', 'month', 'year'];

const DAYS: Record<Preset, number> = { today: 0, week: 6, month: 30, year: 365 };

/** The same for the server. Days are whole days where the person is; the last one belongs to them. */
export function filtersOf({ kind, teachers, important, author, when }: Chosen, now = new Date()): Filters {
  return {
    ...(kind === null ? {} : { kind }),
    ...(teachers ? { from_teachers: true as const } : {}),
    ...(important ? { important: true as const } : {}),
    ...(author === null ? {} : { author: author.id }),
    ...bounds(when, now),
  };
}

function bounds(when: Chosen['when'], now: Date): Pick<Filters, 'since' | 'until'> {
  if (when === null) return {};
  if (typeof when === 'string') return { since: midnight(now, -DAYS[when]) };
  const since = dayOf(when.since);
  const until = dayOf(when.until);
  return {
    ...(since === null ? {} : { since: midnight(since, 0) }),
    ...(until === null ? {} : { until: midnight(until, 1) }),
  };
}

function midnight(day: Date, later: number): string {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + later).toISOString();
}

/** The day a calendar field names, or null while it names none. */
export function dayOf(field: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(field);
  return parts === null ? null : new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}
