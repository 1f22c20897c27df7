import { expect, it } from 'vitest';

import type { Poll } from '../../core/store/types';
import { modeOf, standings } from './standing';

const poll = (over: Partial<Poll>): Poll => ({
  ...{ question: 'Едем?', options: ['Да', 'Нет'], many: false, anonymous: false, quiz: false, change_allowed: false },
  ...{ hide_until_closed: false, closes_at: null, closed: false, counts: [2, 1], voters: 3, right: null, explanation: '' },
  ...{ voted: false, mine: [] },
  ...over,
});

it.each([
  [{}, false, 'voting'],
  [{}, true, 'results'],
  [{ voted: true }, false, 'results'],
  [{ closed: true }, false, 'results'],
  [{ counts: null, voters: null }, true, 'voting'],
  [{ counts: null, voters: null, voted: true }, false, 'hidden'],
  // The first step of an anonymous poll has not come: there are votes, and no figures.
  [{ anonymous: true, voted: true, counts: [0, 0], voters: 0 }, false, 'hidden'],
  [{ anonymous: true, voted: true, counts: [4, 1], voters: 5 }, false, 'results'],
  [{ anonymous: true, closed: true, counts: [0, 0], voters: 0 }, false, 'results'],
] as [Partial<Poll>, boolean, string][])('%j, looking %s: %s', (over, looking, mode) => {
  expect(modeOf(poll(over), looking)).toBe(mode);
});

it('counts shares of those who voted, whatever the number of answers', () => {
  expect(standings(poll({ many: true, counts: [3, 3] }), [1]).map((one) => [one.percent, one.chosen])).toEqual([
    [100, false],
    [100, true],
  ]);
  expect(standings(poll({ counts: [0, 0], voters: 0 }), []).map((one) => one.percent)).toEqual([0, 0]);
});
