import { expect, test } from 'vitest';

import { leftText, nextTick, TERMS, termText } from './terms';

const t = (id: string, values?: object): string => `${id} ${Object.values(values ?? {}).join()}`;

test('terms are told in the largest whole unit', () => {
  expect(TERMS.map((term) => termText(term, t))).toEqual([
    'time.minutes 1',
    'time.minutes 5',
    'time.hours 1',
    'time.days 1',
    'time.days 7',
    'time.days 31',
  ]);
});

test('what is left is told without jumps, and is never zero', () => {
  expect([0, 0.2, 59, 60.4, 89, 90, 3600.4, 5400, 86_400.4, 31 * 86_400].map((left) => leftText(left, t))).toEqual([
    'time.left.seconds 1',
    'time.left.seconds 1',
    'time.left.seconds 59',
    'time.left.seconds 60',
    'time.left.seconds 89',
    'time.left.minutes 2',
    'time.left.minutes 60',
    'time.left.hours 2',
    'time.left.hours 24',
    'time.left.days 31',
  ]);
  expect([60, 3600, 864_000].map(nextTick)).toEqual([1000, 15_000, 60_000]);
});
