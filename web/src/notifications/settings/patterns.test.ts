import { expect, it } from 'vitest';

import { patternsFor, stretchesOf } from './patterns';

const work = patternsFor(['teacher'])[0]!.periods;

it('offers what suits the role first', () => {
  expect(patternsFor(['teacher', 'parent']).map(({ name }) => name)).toEqual(['work', 'night']);
  expect(patternsFor(['pupil']).map(({ name }) => name)).toEqual(['night', 'lessons']);
  expect(patternsFor([]).map(({ name }) => name)).toEqual(['night', 'work']);
});

it('draws a day with the night before it', () => {
  expect(stretchesOf(3, work)).toEqual([
    [0, 480],
    [1080, 1440],
  ]);
  expect(stretchesOf(6, work)).toEqual([[0, 1440]]);
  expect(stretchesOf(1, [{ days: [7], starts: '22:00', ends: '07:00' }])).toEqual([[0, 420]]);
  expect(stretchesOf(7, [{ days: [7], starts: '22:00', ends: '00:00' }])).toEqual([[1320, 1440]]);
  expect(stretchesOf(1, [{ days: [7], starts: '22:00', ends: '00:00' }])).toEqual([]);
});
