import { expect, it } from 'vitest';

import { totals } from './totals';

it('adds entities up and forgives kinds the server left out', () => {
  expect(totals({ user: { new: 3, gone: 1 }, class: { new: 2, refused: 4, unchanged: 9 } })).toEqual({
    new: 5,
    changed: 0,
    gone: 1,
    unchanged: 9,
    refused: 4,
    warning: 0,
  });
});
