import { describe, expect, it } from 'vitest';

import { filtersOf, NOTHING } from './chosen';

const now = new Date(2026, 2, 15, 13, 30);

describe('what a person chose, for the server', () => {
  it('asks for nothing when nothing was chosen', () => {
    expect(filtersOf(NOTHING, now)).toEqual({});
  });

  it('counts whole days, today among them', () => {
    expect(filtersOf({ ...NOTHING, when: 'today' }, now)).toEqual({ since: new Date(2026, 2, 15).toISOString() });
    expect(filtersOf({ ...NOTHING, when: 'week' }, now)).toEqual({ since: new Date(2026, 2, 9).toISOString() });
  });

  it('takes the last day whole, and leaves a side open that names no day', () => {
    expect(filtersOf({ ...NOTHING, when: { since: '2026-03-01', until: '2026-03-02' } }, now)).toEqual({
      since: new Date(2026, 2, 1).toISOString(),
      until: new Date(2026, 2, 3).toISOString(),
    });
    expect(filtersOf({ ...NOTHING, when: { since: '', until: '2026-12-31' } }, now)).toEqual({
      until: new Date(2027, 0, 1).toISOString(),
    });
    expect(filtersOf({ ...NOTHING, when: { since: 'вчера', until: '' } }, now)).toEqual({});
  });

  it('joins all conditions', () => {
    expect(filtersOf({ ...NOTHING, kind: 'photo', teachers: true, important: true }, now)).toEqual({
      kind: 'photo',
      from_teachers: true,
      important: true,
    });
  });
});
