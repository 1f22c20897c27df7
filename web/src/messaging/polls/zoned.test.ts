import { expect, it } from 'vitest';

import { momentOf, wallOf } from './zoned';

it.each([
  ['2026-11-25T18:30', 'Europe/Moscow', '2026-11-25T15:30:00.000Z'],
  ['2026-11-25T00:10', 'Asia/Vladivostok', '2026-11-24T14:10:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01T12:00', 'Europe/Berlin', '2026-12-01T11:00:00.000Z'],
  ['2026-11-25T12:00', 'Asia/Kolkata', '2026-11-25T06:30:00.000Z'],
])('reads %s on a clock in %s', (wall, zone, moment) => {
  expect(momentOf(wall, zone)?.toISOString()).toBe(moment);
  expect(wallOf(new Date(moment), zone)).toBe(wall);
});

it('knows no moment for what is no time', () => {
  expect(momentOf('', 'Europe/Moscow')).toBeNull();
});
