import { expect, test } from 'vitest';

import { dayAt, momentOf, mondayAt, wallOf } from './zone';

const SUNDAY = new Date('2026-11-22T21:30:00Z'); // already Monday in Moscow

test('the same moment is another time on another clock, and back', () => {
  expect(wallOf(SUNDAY, 'Europe/Moscow')).toBe('2026-11-23T00:30');
  expect(wallOf(SUNDAY, 'Europe/Kaliningrad')).toBe('2026-11-22T23:30');
  expect(wallOf(SUNDAY, 'Asia/Kamchatka')).toBe('2026-11-23T09:30');
  for (const zone of ['Europe/Moscow', 'Asia/Kamchatka', 'America/New_York']) {
    expect(momentOf(wallOf(SUNDAY, zone), zone)?.toISOString()).toBe(SUNDAY.toISOString());
  }
  expect(momentOf('', 'UTC')).toBeNull();
});

test('around a change of the clocks the hour asked for is the hour given', () => {
  // Berlin goes back from 3:00 to 2:00 on 25 October 2026, and forward on 28 March 2027.
  expect(momentOf('2026-10-25T08:00', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T07:00:00.000Z');
  expect(momentOf('2026-10-24T08:00', 'Europe/Berlin')?.toISOString()).toBe('2026-10-24T06:00:00.000Z');
  expect(momentOf('2027-03-28T08:00', 'Europe/Berlin')?.toISOString()).toBe('2027-03-28T06:00:00.000Z');
});

test('tomorrow and Monday are those of the person, not of the server', () => {
  expect(dayAt(SUNDAY, 1, '08:00', 'Europe/Moscow').toISOString()).toBe('2026-11-24T05:00:00.000Z');
  expect(dayAt(SUNDAY, 1, '08:00', 'Europe/Kaliningrad').toISOString()).toBe('2026-11-23T06:00:00.000Z');
  expect(mondayAt(SUNDAY, '08:00', 'Europe/Kaliningrad').toISOString()).toBe('2026-11-23T06:00:00.000Z');
  expect(mondayAt(SUNDAY, '08:00', 'Europe/Moscow').toISOString()).toBe('2026-11-30T05:00:00.000Z');
});
