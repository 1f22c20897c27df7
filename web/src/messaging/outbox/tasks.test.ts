import { expect, it } from 'vitest';

import { ApiError } from '../../core/api/error';
import { Unanswered } from '../../core/live/requests';
import { message } from '../../core/store/sample';
import { overlay } from './overlay';
import { enqueue, heads, type ReactTask, type ReadTask, type SendTask, type Task } from './tasks';
import { worthRepeating } from './tell';

const common = (id: string, order: number) => ({
  id,
  conversation_id: 42,
  order,
  state: 'waiting' as const,
  problem: null,
});
const send = (id: string, order: number, over: Partial<SendTask> = {}): SendTask => ({
  ...common(id, order),
  kind: 'send',
  body: id,
  reply_to: null,
  mentions: [],
  files: [],
  created_at: '2026-11-22T08:00:00Z',
  ...over,
});
const read = (id: string, number: number): ReadTask => ({ ...common(id, number), kind: 'read', number });
const react = (id: string, on: boolean): ReactTask => ({
  ...common(id, 1),
  kind: 'react',
  message_id: 1003,
  number: 3,
  emoji: '👍',
  on,
});
const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id);

it('tells one thing at a time in a chat, in order; a refused one lets the next by', () => {
  const other = send('other', 3, { conversation_id: 43 });
  expect(ids(heads([send('a', 1), send('b', 2), other]))).toEqual(['a', 'other']);
  expect(ids(heads([send('a', 1, { state: 'refused' }), send('b', 2)]))).toEqual(['b']);
});

it('keeps the last pointer only, beside what is being said', () => {
  const { tasks, replaced } = enqueue([send('a', 1), read('r1', 5)], read('r2', 7));
  expect(ids(tasks)).toEqual(['a', 'r2']);
  expect(ids(replaced)).toEqual(['r1']);
  expect(ids(heads(tasks))).toEqual(['a', 'r2']);
});

it('never replaces a message by another', () => {
  expect(ids(enqueue([send('a', 1)], send('b', 2)).tasks)).toEqual(['a', 'b']);
});

it('shows a wish at once, and nothing twice when the stream brings it', () => {
  const plain = message(3);
  const liked = overlay(plain, [react('x', true)]);
  expect(liked.reactions).toEqual([{ emoji: '👍', count: 1, mine: true }]);
  expect(overlay(liked, [react('x', true)])).toBe(liked);
  expect(overlay(liked, [react('y', false)]).reactions).toEqual([]);
});

it('repeats what broke, and takes a refusal for an answer', () => {
  const refusal = (status: number, extra = {}) => new ApiError({ status, code: 'x', ...extra });
  expect(worthRepeating(new Unanswered()).again).toBe(true);
  expect(worthRepeating(refusal(0)).again).toBe(true);
  expect(worthRepeating(refusal(503)).again).toBe(true);
  expect(worthRepeating(refusal(422)).again).toBe(false);
  expect(worthRepeating(refusal(404)).again).toBe(false);
  expect(worthRepeating(refusal(429, { retry_after: 7 }))).toEqual({ again: true, after: 7000 });
});
