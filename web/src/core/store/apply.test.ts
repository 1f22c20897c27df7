import { beforeEach, expect, it } from 'vitest';

import { apply } from './apply';
import { mergeConversation, mergeList, mergePage, mergeReaders, resetThread } from './merge';
import { conversation, message } from './sample';
import { emptyState, snapshotOf, type State } from './state';
import type { Message, StreamEvent } from './types';

const ME = 1;
const STREAM = 'conversation:42';
let state: State;

const say = (seq: number, event: StreamEvent, stream = STREAM) => {
  state = apply(state, stream, seq, event);
};
const chat = () => state.conversations[42]!;
const at = (number: number): Message | undefined => state.threads[42]?.messages[number];
const on = (number: number) => ({ message_id: 1000 + number, number });

beforeEach(() => {
  const start = mergeConversation(emptyState(ME), conversation());
  const page = { items: [message(1), message(2), message(3)], first_number: 1, last_number: 3, seq: 10 };
  state = mergePage(start, 42, page, { limit: 50 });
});

it('adds a message once, however often it is told', () => {
  const added: StreamEvent = { kind: 'message_added', message: message(4, { mentions: [ME] }) };
  say(11, added);
  const once = state;
  say(11, added);
  expect(state).toBe(once);
  expect(chat()).toMatchObject({ last_number: 4, unread: 1, mentioned: true, seq: 11, others_read_number: 4 });
  expect(state.threads[42]?.ranges).toEqual([[1, 4]]);
});

it('counts my own words as read, and not as a mention', () => {
  say(11, { kind: 'message_added', message: message(4, { author_id: ME, mentions: [ME] }) });
  expect(chat()).toMatchObject({ unread: 0, read_number: 4, mentioned: false, others_read_number: 3 });
});

it('does not count twice a reaction that a page already had', () => {
  const reacted = message(2, { reactions: [{ emoji: '👍', count: 1, mine: false }] });
  state = mergePage(state, 42, { items: [reacted], first_number: 2, last_number: 3, seq: 11 }, { before: 3, limit: 1 });
  say(11, { kind: 'reaction_added', ...on(2), person_id: 2, emoji: '👍' });
  expect(at(2)?.reactions).toEqual([{ emoji: '👍', count: 1, mine: false }]);
  say(12, { kind: 'reaction_added', ...on(2), person_id: ME, emoji: '👍' });
  expect(at(2)?.reactions).toEqual([{ emoji: '👍', count: 2, mine: true }]);
  say(13, { kind: 'reaction_removed', ...on(2), person_id: 2, emoji: '👍' });
  say(14, { kind: 'reaction_removed', ...on(2), person_id: ME, emoji: '👍' });
  expect(at(2)?.reactions).toEqual([]);
});

it('rewrites quotes when the quoted message changes or goes', () => {
  const reply_to = { id: 1003, number: 3, author_id: 2, excerpt: 'Сообщение 3', deleted: false };
  say(11, { kind: 'message_added', message: message(4, { reply_to }) });
  say(12, { kind: 'message_edited', ...on(3), body: 'Иначе', mentions: [], edited_at: '2026-11-22T09:00:00Z' });
  expect(at(3)).toMatchObject({ body: 'Иначе', edited_at: '2026-11-22T09:00:00Z' });
  expect(at(4)?.reply_to?.excerpt).toBe('Иначе');
  say(13, { kind: 'message_deleted', ...on(3) });
  expect(at(3)).toMatchObject({ deleted: true, body: '', edited_at: null });
  expect(at(4)?.reply_to).toMatchObject({ deleted: true, excerpt: '' });
  say(14, { kind: 'message_brought_back', message: message(3, { body: 'Снова здесь' }) });
  expect(at(3)).toMatchObject({ deleted: false, body: 'Снова здесь' });
  expect(at(4)?.reply_to).toMatchObject({ deleted: false, excerpt: 'Снова здесь' });
});

it('notices words taken back before they were heard', () => {
  say(11, { kind: 'message_deleted', ...on(4) });
  expect(chat()).toMatchObject({ last_number: 4, unread: 1 });
  expect(at(4)).toBeUndefined();
});

it('keeps the last message of the list in step', () => {
  say(11, { kind: 'message_edited', ...on(3), body: 'Иначе', mentions: [], edited_at: '2026-11-22T09:00:00Z' });
  expect(chat().last_message?.body).toBe('Иначе');
});

it('lets one thing be said before a request is answered', () => {
  state = mergeConversation(state, conversation({ seq: 11, kind: 'direct', request: { by: ME, state: 'waiting' } }));
  say(12, { kind: 'message_added', message: message(4, { author_id: ME }) });
  expect(chat().can_write).toBe(false);
  say(13, { kind: 'request_answered', accepted: true });
  expect(chat()).toMatchObject({ can_write: true, request: null });
});

it('closes and renames', () => {
  say(11, { kind: 'conversation_changed', title: '8 «Б» класс', closed: true });
  expect(chat()).toMatchObject({ title: '8 «Б» класс', can_write: false });
});

it('follows members and my role', () => {
  say(11, { kind: 'member_joined', person_id: 9, role: 'member' });
  say(12, { kind: 'member_left', person_id: 2 });
  say(13, { kind: 'member_changed', person_id: ME, role: 'administrator' });
  expect(chat()).toMatchObject({ members_count: 3, my_role: 'administrator' });
  expect(state.memberChanges[42]).toBe(3);
});

it('moves my pointer forward only', () => {
  say(11, { kind: 'message_added', message: message(4, { mentions: [ME] }) });
  say(1, { kind: 'reading_moved', conversation_id: 42, number: 4 }, 'person:1');
  expect(chat()).toMatchObject({ unread: 0, mentioned: false });
  say(2, { kind: 'reading_moved', conversation_id: 42, number: 2 }, 'person:1');
  expect(chat().read_number).toBe(4);
});

it('keeps unread what came before a message that was said in my absence', () => {
  say(11, { kind: 'message_added', message: message(4) });
  say(12, { kind: 'message_added', message: message(5, { author_id: ME }), absent: true });
  expect(chat()).toMatchObject({ read_number: 3, unread: 2 });
  say(1, { kind: 'reading_moved', conversation_id: 42, number: 5 }, 'person:1');
  say(13, { kind: 'message_added', message: message(6, { author_id: ME }), absent: true });
  expect(chat()).toMatchObject({ read_number: 6, unread: 0 });
});

it('hides a message for me and forgets a conversation that is gone', () => {
  say(1, { kind: 'message_hidden', conversation_id: 42, message_id: 1003, number: 3 }, 'person:1');
  expect(at(3)).toMatchObject({ hidden: true, body: '' });
  expect(chat().last_message?.hidden).toBe(true);
  say(2, { kind: 'conversation_left', conversation_id: 42 }, 'person:1');
  expect(state.conversations).toEqual({});
  expect(state.threads).toEqual({});
  expect(state.cursors).toEqual({ 'person:1': 2 });
});

it('does not let an older list undo what was heard', () => {
  say(11, { kind: 'message_added', message: message(4) });
  state = mergeConversation(state, conversation({ others_read_number: 3 }));
  expect(chat()).toMatchObject({ last_number: 4, unread: 1 });
  state = mergeList(state, [], [42]);
  expect(state.conversations).toEqual({});
});

it('starts history anew after a reset, and takes the next snapshot whatever its age', () => {
  state = resetThread(state, 42);
  expect(state.threads).toEqual({});
  state = mergeConversation(state, conversation({ title: 'Новое' }));
  expect(chat().title).toBe('Новое');
});

it('hears how far the others have read', () => {
  say(11, { kind: 'message_added', message: message(4, { author_id: ME }) });
  state = mergeReaders(state, 42, [[ME, 4]]);
  expect(chat().others_read_number).toBe(3);
  state = mergeReaders(state, 42, [[2, 4]]);
  expect(chat().others_read_number).toBe(4);
});

it('passes by what it does not know', () => {
  say(11, { kind: 'poll_opened' } as unknown as StreamEvent);
  expect(chat()).toMatchObject({ seq: 11, last_number: 3 });
});

it('reaches by events what a fresh snapshot would say', () => {
  const added = message(4);
  const edited = { body: 'Иначе', edited_at: '2026-11-22T09:00:00Z' };
  say(11, { kind: 'message_added', message: added });
  say(12, { kind: 'message_edited', ...on(4), ...edited, mentions: [] });
  const last_message = { ...added, ...edited };
  const fresh = conversation({ seq: 12, last_number: 4, last_message, unread: 1, others_read_number: 4 });
  const items = [message(1), message(2), message(3), last_message];
  const page = { items, first_number: 1, last_number: 4, seq: 12 };
  const whole = mergePage(mergeConversation(emptyState(ME), fresh), 42, page, { limit: 50 });
  expect(snapshotOf(state)).toEqual(snapshotOf(whole));
});
