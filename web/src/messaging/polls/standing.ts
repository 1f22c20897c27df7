import type { Poll } from '../../core/store/types';

export interface Standing {
  /** Of those who voted, who chose this. */
  percent: number;
  count: number;
  chosen: boolean;
  /** null: not a quiz, or not to be known yet. */
  right: boolean | null;
}

/** How every option stands; empty where the results are hidden. */
export function standings({ counts, voters, right, options }: Poll, chosen: readonly number[]): Standing[] {
  return options.map((_, place) => {
    const count = counts?.[place] ?? 0;
    return {
      count,
      percent: voters === null || voters === 0 ? 0 : Math.round((100 * count) / voters),
      chosen: chosen.includes(place),
      right: right === null ? null : right === place,
    };
  });
}

/** Before the first step of an anonymous poll its zeros would be untrue. */
const isTold = (poll: Poll): boolean => poll.counts !== null && !(movesInSteps(poll) && poll.voters === 0);

export type Mode = 'voting' | 'results' | 'hidden';

/** What a card shows: answers to choose from, bars, or only that one has voted. */
export function modeOf(poll: Poll, looking: boolean): Mode {
  if (!poll.voted && !poll.closed) return looking && isTold(poll) ? 'results' : 'voting';
  return isTold(poll) ? 'results' : 'hidden';
}

/** Whether one tap votes: where a vote can be changed a slip does no harm. */
export const votesAtOnce = (poll: Poll): boolean => poll.change_allowed && !poll.many;

/** Anonymous results move in steps while people vote. */
export const movesInSteps = (poll: Poll): boolean => poll.anonymous && !poll.closed && poll.counts !== null;

export function kindOf({ quiz, anonymous }: Poll): string {
  if (quiz) return anonymous ? 'poll.kind.quiz_anonymous' : 'poll.kind.quiz';
  return anonymous ? 'poll.kind.anonymous' : 'poll.kind.open';
}
