import type { NewPoll } from '../../core/store/types';
import { momentOf } from './zoned';

export const MOST_OPTIONS = 12;
export const LONGEST_OPTION = 120;
export const LONGEST_QUESTION = 300;
export const LONGEST_EXPLANATION = 300;
const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;

export const TERMS = { never: null, hour: 60 * MINUTE, day: 24 * 60 * MINUTE, days: 3 * 24 * 60 * MINUTE, week: 7 * 24 * 60 * MINUTE, own: null };
export type Term = keyof typeof TERMS;

/** A poll being made; the last answer is an empty line to go on in. */
export interface PollDraft {
  question: string;
  options: { id: number; text: string }[];
  many: boolean;
  anonymous: boolean;
  quiz: boolean;
  /** The id of the right answer. */
  right: number | null;
  explanation: string;
  change: boolean;
  hide: boolean;
  term: Term;
  /** A wall clock's time, where the term is a moment chosen. */
  at: string;
}

export const emptyDraft = (): PollDraft => ({
  question: '',
  options: [1, 2].map((id) => ({ id, text: '' })),
  many: false,
  anonymous: false,
  quiz: false,
  right: null,
  explanation: '',
  change: true,
  hide: false,
  term: 'never',
  at: '',
});

const tidy = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

export const isTouched = ({ question, options, explanation }: PollDraft): boolean =>
  [question, explanation, ...options.map((option) => option.text)].some((text) => text.trim() !== '');

/** Whether a vote may be changed afterwards: never where nobody knows whose it is, or the answer has been told. */
export const mayChange = ({ anonymous, quiz }: PollDraft): boolean => !anonymous && !quiz;

/** An answer is written; the list keeps an empty line at its end while there is room. */
export function write(draft: PollDraft, id: number, text: string): PollDraft {
  const options = draft.options.map((option) => (option.id === id ? { id, text } : option));
  const last = options[options.length - 1];
  if (last !== undefined && last.text.trim() !== '' && options.length < MOST_OPTIONS) {
    options.push({ id: Math.max(...options.map((option) => option.id)) + 1, text: '' });
  }
  return { ...draft, options };
}

/** An answer is taken away; two lines always stay. */
export function drop(draft: PollDraft, id: number): PollDraft {
  const options = draft.options.filter((option) => option.id !== id);
  const fresh = Math.max(0, ...draft.options.map((option) => option.id)) + 1;
  while (options.length < 2) options.push({ id: fresh + options.length, text: '' });
  const last = options[options.length - 1];
  if (last !== undefined && last.text.trim() !== '' && options.length < MOST_OPTIONS) options.push({ id: fresh + options.length, text: '' });
  return { ...draft, options, right: draft.right === id ? null : draft.right };
}

export type Fault = 'question' | 'options' | 'repeat' | 'right' | 'term';

/** The poll as the server takes it, or the first thing that is wrong with it. */
export function readDraft(draft: PollDraft, timeZone: string, now: number): { poll: NewPoll } | { fault: Fault } {
  const question = tidy(draft.question);
  const written = draft.options.map(({ id, text }) => ({ id, text: tidy(text) })).filter(({ text }) => text !== '');
  if (question === '') return { fault: 'question' };
  if (written.length < 2) return { fault: 'options' };
  if (new Set(written.map(({ text }) => text.toLowerCase())).size < written.length) return { fault: 'repeat' };
  const right = draft.quiz ? written.findIndex(({ id }) => id === draft.right) : null;
  if (right === -1) return { fault: 'right' };
  const closes = closing(draft, timeZone, now);
  if (closes !== null && !(closes - now >= MINUTE && closes - now <= YEAR)) return { fault: 'term' };
  const explanation = tidy(draft.explanation);
  return {
    poll: {
      question,
      options: written.map(({ text }) => text),
      ...(draft.many && !draft.quiz ? { many: true } : {}),
      ...(draft.anonymous ? { anonymous: true } : {}),
      ...(right === null ? {} : { quiz_right: right, ...(explanation === '' ? {} : { explanation }) }),
      ...(closes === null ? {} : { closes_at: new Date(closes).toISOString() }),
      ...(draft.hide ? { hide_until_closed: true } : {}),
      ...(draft.change && mayChange(draft) ? { change_allowed: true } : {}),
    },
  };
}

function closing({ term, at }: PollDraft, timeZone: string, now: number): number | null {
  if (term === 'own') return momentOf(at, timeZone)?.getTime() ?? NaN;
  const after = TERMS[term];
  return after === null ? null : now + after;
}
