import { expect, test } from 'vitest';

import { applyToConversation } from './apply-conversation';
import type { KeptMessage } from './database';
import { expire, expiredRows, nextExpiry } from './expire';
import { conversation, message as said } from './sample';
import { emptyState, type State } from './state';
import type { Message } from './types';

const DUE = Date.parse('2026-11-22T10:00:00Z');

const vanishing = (number: number): Message =>
  said(number, { body: `Тайна ${number}`, content: { expires_at: new Date(DUE).toISOString() } });

function known(...messages: Message[]): State {
  const chat = conversation({ last_number: 0, last_message: null });
  const start: State = { ...emptyState(7), conversations: { 42: chat } };
  return messages.reduce(
    (state, message, at) => applyToConversation(state, 42, chat.seq + at + 1, { kind: 'message_added', message }),
    start,
  );
}

test('until its moment a message stays, at its moment it is gone from the chat and the list', () => {
  const state = known(vanishing(1));

  expect(nextExpiry(state)).toBe(DUE);
  expect(expire(state, DUE - 1)).toBe(state);
  const gone = expire(state, DUE);
  expect(gone.threads[42]?.messages[1]).toMatchObject({ deleted: true, body: '', content: null });
  expect(gone.conversations[42]?.last_message).toMatchObject({ deleted: true, body: '' });
  expect(nextExpiry(gone)).toBe(Number.POSITIVE_INFINITY);
});

test('its words leave the quotes of those who answered', () => {
  const quote = { id: 1, number: 1, author_id: 7, excerpt: 'Тайна 1', deleted: false };
  const answer = said(2, { body: 'Понял', reply_to: quote });

  const gone = expire(known(vanishing(1), answer), DUE);
  expect(gone.threads[42]?.messages[2]).toMatchObject({ body: 'Понял', reply_to: { excerpt: '', deleted: true } });
});

test('the event of the server, coming later, changes nothing more', () => {
  const gone = expire(known(vanishing(1)), DUE);
  const told = applyToConversation(gone, 42, 99, { kind: 'message_deleted', message_id: 1, number: 1 });

  expect(told.threads[42]?.messages[1]).toEqual(gone.threads[42]?.messages[1]);
});

test('the copy on the device is rewritten where something was due, and only there', () => {
  const rows: KeptMessage[] = [
    vanishing(1),
    said(2, { reply_to: { id: 1, number: 1, author_id: 7, excerpt: 'Тайна 1', deleted: false } }),
    said(3),
  ].map((message) => ({ conversation_id: 42, number: message.number, stamp: 1, message }));

  expect(expiredRows(rows, DUE - 1)).toEqual([]);
  const written = expiredRows(rows, DUE);
  expect(written.map((row) => row.number)).toEqual([1, 2]);
  expect(JSON.stringify(written)).not.toContain('Тайна');
});
