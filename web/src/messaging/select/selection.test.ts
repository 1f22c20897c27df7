import { beforeEach, expect, it } from 'vitest';

import { message } from '../../core/store/sample';
import { MOST_SELECTED, selectMany, startSelecting, stopSelecting, toggleSelected, useSelection } from './selection';

beforeEach(stopSelecting);

const chosen = () => [...useSelection.getState().numbers];

it('begins with one message and ends with the last that is let go', () => {
  startSelecting(message(3));
  expect(useSelection.getState().conversationId).toBe(42);
  toggleSelected(5);
  expect(chosen()).toEqual([3, 5]);
  toggleSelected(3);
  toggleSelected(5);
  expect(useSelection.getState()).toMatchObject({ conversationId: null, last: 0 });
});

it('takes a hundred and no more', () => {
  startSelecting(message(1));
  expect(selectMany(Array.from({ length: MOST_SELECTED - 1 }, (_, index) => index + 2))).toBe(true);
  expect(toggleSelected(500)).toBe(false);
  expect(selectMany([600, 601])).toBe(false);
  expect(chosen()).toHaveLength(MOST_SELECTED);
});
