import { expect, it } from 'vitest';

import { tomorrowMorning } from './mutes';

it('lets the morning come after a night, also over the end of a month', () => {
  const at = (text: string) => tomorrowMorning(new Date(text));
  expect(at('2026-11-30T21:15:00')).toEqual(new Date('2026-12-01T07:00:00'));
  expect(at('2026-11-30T07:00:00')).toEqual(new Date('2026-12-01T07:00:00'));
  expect(at('2026-11-30T02:30:00')).toEqual(new Date('2026-11-30T07:00:00'));
});
