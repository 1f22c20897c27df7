import { expect, it } from 'vitest';

import { mergePage } from '../../core/store/merge';
import { message } from '../../core/store/sample';
import { emptyState } from '../../core/store/state';
import type { Message } from '../../core/store/types';
import type { SendTask } from '../outbox/tasks';
import { buildRows, dayIn } from './rows';

const rowsOf = (items: Message[], over: Partial<Parameters<typeof buildRows>[0]> = {}) => {
  const page = { items, first_number: 1, last_number: items.length, seq: 1 };
  const thread = mergePage(emptyState(1), 42, page, { limit: 50 }).threads[42]!;
  const base = { me: 1, thread, range: thread.ranges[0] ?? null, tasks: [], conversationId: 42, firstUnread: null, atTail: true };
  return buildRows({ ...base, dayOf: dayIn('Europe/Moscow'), ...over });
};

it('groups one author, and parts days in the zone of the person', () => {
  const rows = rowsOf([
    message(1, { created_at: '2026-11-21T20:58:00Z' }),
    message(2, { created_at: '2026-11-21T20:59:00Z' }),
    message(3, { created_at: '2026-11-21T21:01:00Z' }),
    message(4, { created_at: '2026-11-21T21:02:00Z', author_id: 3 }),
  ]);
  expect(rows.map((row) => row.day)).toEqual([true, false, true, false]);
  expect(rows.map((row) => row.first)).toEqual([true, false, true, true]);
  expect(rows.map((row) => row.last)).toEqual([false, true, true, true]);
});

it('leaves hidden messages out and marks the first unread once', () => {
  const rows = rowsOf([message(1), message(2, { hidden: true }), message(3), message(4)], { firstUnread: 2 });
  expect(rows.map((row) => row.message.number)).toEqual([1, 3, 4]);
  expect(rows.map((row) => row.unread)).toEqual([false, true, false]);
});

it('keeps the row of a message when it is confirmed', () => {
  const task: SendTask = {
    id: 'mine',
    kind: 'send',
    conversation_id: 42,
    order: 1,
    state: 'waiting',
    problem: null,
    body: 'Привет',
    reply_to: null,
    mentions: [],
    files: [],
    created_at: '2026-11-22T08:00:00Z',
  };
  const before = rowsOf([message(1)], { tasks: [task] });
  const after = rowsOf([message(1), message(2, { author_id: 1, client_id: 'mine' })], { tasks: [task] });
  expect(before.map((row) => row.id)).toEqual(after.map((row) => row.id));
  expect(rowsOf([message(1)], { tasks: [task], atTail: false })).toHaveLength(1);
});
