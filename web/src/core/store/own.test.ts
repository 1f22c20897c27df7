import { beforeEach, expect, it } from 'vitest';

import { apply } from './apply';
import { difference } from './keep';
import { mergeConversation } from './merge';
import { conversation } from './sample';
import { emptyState, type State } from './state';
import type { StreamEvent } from './types';

let state: State;
const chat = () => state.conversations[42]!;
const hear = (seq: number, event: StreamEvent) => {
  state = apply(state, 'person:1', seq, event);
};
const folder = (id: number, name: string) => ({
  id,
  name,
  icon: '',
  chat_ids: [42],
  without_ids: [],
  kinds: [],
  unread_only: false,
  without_muted: false,
  without_archived: false,
});

beforeEach(() => {
  state = mergeConversation(emptyState(1), conversation({ own_seq: 5 }));
});

it('follows the order of my chats on my other devices', () => {
  state = mergeConversation(state, conversation({ id: 43, own_seq: 5, pinned: 0 }));
  hear(6, { kind: 'chats_pinned', places: [[42, -1]] });
  expect([chat().pinned, state.conversations[43]?.pinned]).toEqual([-1, null]);
  hear(7, { kind: 'chat_archived', conversation_id: 42, archived: true });
  hear(8, { kind: 'chat_marked_unread', conversation_id: 42, marked: true });
  expect(chat()).toMatchObject({ archived: true, marked_unread: true, own_seq: 8 });
});

it('is not taken back by an event that the snapshot already has, nor by a snapshot older than the event', () => {
  hear(4, { kind: 'chat_archived', conversation_id: 42, archived: true });
  expect(chat().archived).toBe(false);
  hear(6, { kind: 'muted', conversation_id: 42, until: 'forever' });
  state = mergeConversation(state, conversation({ own_seq: 5, seq: 11 }));
  expect(chat()).toMatchObject({ muted_until: 'forever', seq: 11 });
  state = mergeConversation(state, conversation({ own_seq: 7, seq: 9 }));
  expect(chat()).toMatchObject({ muted_until: null, seq: 11, own_seq: 7 });
});

it('keeps with the rest of what is mine how a mute lets mentions pass, what waits to be sent, and a ban', () => {
  const write_ban = { until: '2026-11-22T10:00:00Z', reason: 'Шум' };
  hear(6, { kind: 'muted', conversation_id: 42, until: 'forever', mentions_pass: true });
  hear(7, { kind: 'scheduled_changed', conversation_id: 42, count: 2 });
  hear(8, { kind: 'write_ban_changed', conversation_id: 42, ...write_ban });
  const mine = { mentions_pass: true, scheduled: 2, write_ban };
  state = mergeConversation(state, conversation({ own_seq: 5, seq: 11 }));
  expect(chat()).toMatchObject(mine);
  state = mergeConversation(state, conversation({ own_seq: 9, seq: 9, scheduled: 1, write_ban: null }));
  expect(chat()).toMatchObject({ seq: 11, scheduled: 1, write_ban: null });
});

it('takes the mark off when I read on, and only then', () => {
  hear(6, { kind: 'chat_marked_unread', conversation_id: 42, marked: true });
  hear(7, { kind: 'reading_moved', conversation_id: 42, number: 3 });
  expect(chat().marked_unread).toBe(true);
  hear(8, { kind: 'reading_moved', conversation_id: 42, number: 4 });
  expect(chat().marked_unread).toBe(false);
});

it('keeps folders in step from the moment they were read', () => {
  hear(6, { kind: 'folder_changed', folder: folder(1, 'Раньше') });
  expect(state.folders.own).toEqual({});
  state = { ...state, folders: { own: { 1: folder(1, 'Дом') }, tabs: [], hidden: [], seq: 7 } };
  const was = state;
  hear(7, { kind: 'folder_removed', folder_id: 1 });
  expect(state.folders.own[1]?.name).toBe('Дом');
  hear(8, { kind: 'folder_changed', folder: folder(2, 'Кружок') });
  hear(9, { kind: 'folder_removed', folder_id: 1 });
  hear(10, { kind: 'folders_arranged', tabs: ['2', 'all'], hidden: ['work'] });
  expect(state.folders).toEqual({ own: { 2: folder(2, 'Кружок') }, tabs: ['2', 'all'], hidden: ['work'], seq: 10 });
  expect(difference(was, state).folders).toBe(state.folders);
  expect(difference(state, state).folders).toBeNull();
});
