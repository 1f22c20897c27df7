import type { PersonBrief } from '../../core/store/types';
import type { Kind } from './server';

export type Preset = 'today' | 'week' | 'month' | 'year';

/** Days as they stand in the calendar, `2026-03-01`; empty: open on that side. */
export interface Days {
  since: string;
  until: string;
}

/** What a person has chosen besides the words. */
export interface Chosen {
  kind: Kind | null;
  teachers: boolean;
  important: boolean;
  author: PersonBrief | null;
  when: Preset | Days | null;
}

export const NOTHING: Chosen = { kind: null, teachers: false, important: false, author: null, when: null };
