/** Ready-made weeks of silence, and what a week looks like. Pure. */
import type { QuietPeriod } from '../server';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

export interface Pattern {
  name: 'work' | 'night' | 'lessons';
  periods: QuietPeriod[];
}

const WORK: Pattern = {
  name: 'work',
  periods: [
    { days: EVERY_DAY, starts: '18:00', ends: '08:00' },
    { days: [6, 7], starts: '00:00', ends: '00:00' },
  ],
};
const NIGHT: Pattern = { name: 'night', periods: [{ days: EVERY_DAY, starts: '22:00', ends: '07:00' }] };
const LESSONS: Pattern = { name: 'lessons', periods: [{ days: WORKDAYS, starts: '08:30', ends: '14:30' }] };

/** Who works at a school wants evenings and weekends; everybody sleeps, and pupils have lessons. */
export function patternsFor(roles: readonly string[]): Pattern[] {
  if (roles.includes('teacher') || roles.includes('administrator')) return [WORK, NIGHT];
  return roles.includes('pupil') ? [NIGHT, LESSONS] : [NIGHT, WORK];
}

export const isSame = (one: readonly QuietPeriod[], other: readonly QuietPeriod[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Minutes of a day in which it is quiet, as stretches from 0 to 1440; Monday is 1. */
export function stretchesOf(day: number, periods: readonly QuietPeriod[]): [from: number, to: number][] {
  const before = day === 1 ? 7 : day - 1;
  const found: [number, number][] = [];
  for (const { days, starts, ends } of periods) {
    const [from, to] = [minutes(starts), minutes(ends)];
    const overnight = to <= from;
    if (days.includes(day)) found.push([from, overnight ? 1440 : to]);
    if (overnight && to > 0 && days.includes(before)) found.push([0, to]);
  }
  return merged(found);
}

function merged(stretches: [number, number][]): [number, number][] {
  const done: [number, number][] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = done.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else done.push([from, to]);
  }
  return done;
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number);
  return hours * 60 + rest;
}
