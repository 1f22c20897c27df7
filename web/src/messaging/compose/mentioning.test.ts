import { expect, it } from 'vitest';

import { conversation, person } from '../../core/store/sample';
import { callsFor, candidates, insertMention, mayMentionAll, mentionAt, mentionedIn } from './mentioning';

const anna = person(1, 'Анна', 'Ковалёва');
const ilya = person(2, 'Илья', 'Берёзов');

it('sees a name only after an @ that begins a word', () => {
  expect(mentionAt('Привет, @Ан', 11)).toEqual({ from: 8, words: 'Ан' });
  expect(mentionAt('почта a@b', 9)).toBeNull();
  expect(mentionAt('@', 1)).toEqual({ from: 0, words: '' });
});

it('offers people by either name, ё or е', () => {
  expect(candidates([anna, ilya], 'ковале')).toEqual([anna]);
  expect(candidates([anna, ilya], 'Илья Б')).toEqual([ilya]);
});

it('puts the whole name in, and forgets those erased afterwards', () => {
  const { text, caret } = insertMention('да, @Ан и', 4, 7, anna);
  expect(text).toBe('да, @Анна Ковалёва  и');
  expect(caret).toBe(19);
  expect(mentionedIn(text, [anna, ilya])).toEqual([1]);
  expect(mentionedIn('никого', [anna])).toEqual([]);
});

it('offers calls to those whom the order of the chat lets call', () => {
  expect(mayMentionAll(conversation())).toBe(false);
  expect(mayMentionAll(conversation({ my_role: 'administrator' }))).toBe(true);
  expect(mayMentionAll(conversation({ class_id: 7, teaches: true }))).toBe(true);
  expect(mayMentionAll(conversation({ class_id: 7, teaches: true, settings: { who_mentions_all: 'owner' } }))).toBe(false);
  expect(mayMentionAll(conversation({ settings: { who_mentions_all: 'all' } }))).toBe(true);
  expect(mayMentionAll(conversation({ kind: 'direct', my_role: 'owner' }))).toBe(false);
  expect(callsFor('в').map(({ word }) => word)).toEqual(['все']);
  expect(callsFor('').map(({ word }) => word)).toEqual(['все', 'учителя']);
  expect(callsFor('al').map(({ word }) => word)).toEqual(['all']);
});
