import { expect, it } from 'vitest';

import { apply } from './apply';
import { difference } from './keep';
import { mergeConversation, mergePage } from './merge';
import { conversation, message } from './sample';
import { emptyState } from './state';

const page = (from: number, to: number, seq = 10) => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  first_number: 1,
  last_number: to,
  seq,
});

it('writes a batch together with its cursor, and nothing else', () => {
  const was = mergePage(mergeConversation(emptyState(1), conversation()), 42, page(1, 3), { limit: 50 });
  const is = apply(was, 'conversation:42', 11, { kind: 'message_added', message: message(4) });
  const change = difference(was, is);
  expect(change.cursors).toEqual([{ stream: 'conversation:42', seq: 11 }]);
  expect(change.messages.map((row) => [row.number, row.stamp])).toEqual([[4, 11]]);
  expect(change.conversations).toHaveLength(1);
  expect(difference(is, is)).toMatchObject({ conversations: [], messages: [], cursors: [] });
});

it('keeps the last two hundred and forgets those before them', () => {
  const was = mergeConversation(emptyState(1), conversation({ last_number: 500 }));
  const is = mergePage(was, 42, page(201, 500), { limit: 300 });
  const change = difference(was, is);
  expect(change.messages).toHaveLength(200);
  expect(change.forgetBelow).toEqual([[42, 301]]);
});

it('names what has to go with a conversation', () => {
  const was = mergeConversation(emptyState(1), conversation());
  const is = apply(was, 'person:1', 1, { kind: 'conversation_left', conversation_id: 42 });
  expect(difference(was, is)).toMatchObject({ goneConversations: [42], goneCursors: ['conversation:42'] });
});
