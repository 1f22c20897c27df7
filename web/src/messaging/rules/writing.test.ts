import { expect, it } from 'vitest';

import { conversation } from '../../core/store/sample';
import type { Conversation } from '../../core/store/types';
import { closedBy, may, slowUntil } from './writing';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const LATER = '2026-11-22T09:00:00Z';
const chat = (over: Partial<Conversation>): Conversation => ({ ...conversation(), kind: 'group', my_role: 'member', ...over });

it('says why a member may not write, and nothing to those who keep order', () => {
  const silent = { settings: { silent_until: LATER, silence_reason: 'Урок' } };
  expect(closedBy(chat({}), NOW)).toBeNull();
  expect(closedBy(chat({ settings: { who_writes: 'administrators' } }), NOW)?.id).toBe('compose.closed.administrators');
  expect(closedBy(chat(silent), NOW)).toEqual({ id: 'compose.closed.silent', until: LATER, reason: 'Урок' });
  expect(closedBy(chat({ ...silent, my_role: 'administrator' }), NOW)).toBeNull();
  expect(closedBy(chat(silent), Date.parse(LATER))).toBeNull();
});

it('ends a ban at its moment, and one for good never', () => {
  const ban = (until: string) => chat({ write_ban: { until, reason: 'Спам' } });
  expect(closedBy(ban(LATER), NOW)?.until).toBe(LATER);
  expect(closedBy(ban(LATER), Date.parse(LATER))).toBeNull();
  expect(closedBy(ban('9999-12-31T00:00:00Z'), NOW)).toEqual({ id: 'compose.closed.banned', until: null, reason: 'Спам' });
});

it('counts slow mode from what a member said last', () => {
  const slow = { settings: { slow_mode: 30 }, said_at: '2026-11-22T08:00:00Z' };
  expect(slowUntil(chat(slow))).toBe(NOW + 30_000);
  expect(slowUntil(chat({ ...slow, my_role: 'owner' }))).toBe(0);
  expect(slowUntil(chat({ ...slow, said_at: null }))).toBe(0);
});

it('knows who may what', () => {
  expect(may('invites', chat({}))).toBe(false);
  expect(may('invites', chat({ settings: { who_invites: 'all' } }))).toBe(true);
  expect(may('calls', chat({ settings: { who_calls: 'owner' }, my_role: 'administrator' }))).toBe(false);
  expect(may('pins', chat({ kind: 'direct' }))).toBe(true);
});
