import type { RosterCounts, RosterImport } from '../../core/api/types';

const NONE: RosterCounts = { new: 0, changed: 0, gone: 0, unchanged: 0, refused: 0, warning: 0 };

/** What all entities of a roster add up to. */
export function totals(summary: RosterImport['summary']): RosterCounts {
  const sum = { ...NONE };
  for (const counts of Object.values(summary)) {
    for (const kind of Object.keys(NONE) as (keyof RosterCounts)[]) sum[kind] += counts[kind] ?? 0;
  }
  return sum;
}
