import { expect, it } from 'vitest';

import { conversation } from '../../core/store/sample';
import { NO_FOLDERS } from '../../core/store/state';
import type { Folder } from '../../core/store/types';
import type { OwnTask, OwnWish } from '../outbox/tasks';
import { arrange, nextEnd } from './arrange';
import { countUnread, isIn, isUnder, kindOf, ordered, shownTabs } from './folders';

const folder = (over: Partial<Folder> = {}): Folder => ({
  id: 7,
  name: 'Дом',
  icon: '',
  chat_ids: [],
  without_ids: [],
  kinds: [],
  unread_only: false,
  without_muted: false,
  without_archived: false,
  ...over,
});
const task = (wish: OwnWish, conversation_id = 42): OwnTask => ({
  id: `t-${wish.what}`,
  conversation_id,
  order: 1,
  state: 'waiting',
  problem: null,
  kind: 'own',
  wish,
});
const lesson = conversation({ id: 1, automatic: 'class', unread: 2 });
const parents = conversation({ id: 2, automatic: 'parents_only' });
const direct = conversation({ id: 3, kind: 'direct', partner_id: 9, muted_until: 'forever', unread: 1 });
const club = conversation({ id: 4, marked_unread: true });
const away = conversation({ id: 5, automatic: 'class', archived: true, unread: 1 });
const chats = [lesson, parents, direct, club, away];

it('knows the sort of a chat', () => {
  expect(chats.map(kindOf)).toEqual(['classes', 'parents', 'direct', 'groups', 'classes']);
  expect(kindOf(conversation({ automatic: 'teachers' }))).toBe('work');
  expect(kindOf(conversation({ parents_only: true }))).toBe('parents');
  expect(kindOf(conversation({ kind: 'favourites' }))).toBeNull();
});

it('takes chats by choice and by sort, and keeps out what it should', () => {
  const inside = (over: Partial<Folder>) => chats.filter((chat) => isIn(folder(over), chat)).map((chat) => chat.id);
  expect(inside({ kinds: ['classes', 'direct'] })).toEqual([1, 3, 5]);
  expect(inside({ kinds: ['classes', 'direct'], without_muted: true, without_archived: true })).toEqual([1]);
  expect(inside({ kinds: ['classes', 'parents', 'groups'], unread_only: true })).toEqual([1, 4, 5]);
  expect(inside({ kinds: ['classes'], without_ids: [1] })).toEqual([5]);
  // What was chosen by hand is there whatever the rules say.
  expect(inside({ chat_ids: [3, 5], unread_only: true, without_muted: true, without_archived: true })).toEqual([3, 5]);
});

it('keeps the archive apart from what is ready-made', () => {
  expect(isUnder('all', away, NO_FOLDERS)).toBe(false);
  expect(isUnder('unread', away, NO_FOLDERS)).toBe(false);
  expect(isUnder('classes', lesson, NO_FOLDERS)).toBe(true);
  expect(isUnder('12', lesson, NO_FOLDERS)).toBe(false);
});

it('shows only tabs that tell chats apart, in the order they were put', () => {
  expect(shownTabs(NO_FOLDERS, chats)).toEqual(['all', 'unread', 'classes', 'parents', 'direct']);
  expect(shownTabs(NO_FOLDERS, [lesson])).toEqual([]);
  const own = { own: { 7: folder() }, tabs: ['direct', '7'], hidden: ['parents', 'unread'], seq: 1 };
  expect(shownTabs(own, chats)).toEqual(['all', 'direct', '7', 'classes']);
  expect(shownTabs(own, [lesson])).toEqual(['all', '7']);
  expect(ordered({ ...own, tabs: ['7', 'all', 'gone'] })).toEqual(['7', 'all', 'unread', 'classes', 'parents', 'direct', 'work']);
});

it('counts chats that may be heard', () => {
  expect(countUnread('all', chats, NO_FOLDERS)).toBe(2);
  expect(countUnread('direct', chats, NO_FOLDERS)).toBe(0);
});

it('shows a wish before it is told, and a refused one no more', () => {
  const known = { 42: conversation({ pinned: 3 }), 43: conversation({ id: 43, pinned: 1 }) };
  expect(arrange(known, [], 0)).toBe(known);
  expect(arrange(known, [task({ what: 'archived', on: true })], 0)[42]).toMatchObject({ archived: true, pinned: null });
  expect(arrange(known, [{ ...task({ what: 'archived', on: true }), state: 'refused' }], 0)).toBe(known);
  const turned = arrange(known, [task({ what: 'order', ids: [42, 43] }, 0)], 0);
  expect([turned[42]?.pinned, turned[43]?.pinned]).toEqual([1, 2]);
  const back = arrange({ 42: conversation({ archived: true }) }, [task({ what: 'pinned', on: true })], 0)[42];
  expect([back?.archived, back?.pinned === null]).toEqual([false, false]);
});

it('lets a mute end by itself', () => {
  const until = '2026-11-22T09:00:00Z';
  const at = Date.parse(until);
  const known = { 42: conversation({ muted_until: until }) };
  expect(nextEnd(known, at - 1)).toBe(at);
  expect(arrange(known, [], at - 1)).toBe(known);
  expect(arrange(known, [], at)[42]?.muted_until).toBeNull();
  expect(nextEnd(known, at)).toBeNull();
  expect(nextEnd({ 42: conversation({ muted_until: 'forever' }) }, at)).toBeNull();
});
