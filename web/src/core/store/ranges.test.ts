import { expect, it } from 'vitest';

import { addRange, gaps, rangeAt, rangesOf } from './ranges';

it('joins neighbours and overlaps, keeps real gaps', () => {
  expect(addRange([[1, 3]], 4, 5)).toEqual([[1, 5]]);
  expect(addRange([[1, 3], [10, 12]], 3, 10)).toEqual([[1, 12]]);
  expect(addRange([[10, 12]], 1, 3)).toEqual([[1, 3], [10, 12]]);
  expect(addRange([[1, 3]], 5, 4)).toEqual([[1, 3]]);
});

it('names what is missing', () => {
  expect(gaps([[3, 4], [8, 9]], 1, 10)).toEqual([[1, 2], [5, 7], [10, 10]]);
  expect(gaps([[1, 10]], 1, 10)).toEqual([]);
});

it('finds the range of a number', () => {
  expect(rangeAt(rangesOf([1, 2, 5]), 5)).toEqual([5, 5]);
  expect(rangeAt(rangesOf([1, 2, 5]), 3)).toBeNull();
});
