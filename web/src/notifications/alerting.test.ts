import { expect, it } from 'vitest';

import type { Conversation, Message } from '../core/store/types';
import { reasonFor } from './alerting';
import { quietUntil } from './known';
import type { QuietHours } from './server';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const here = { me: 1, now: NOW, looking: null };

const message = (more: Partial<Message> = {}): Message => ({
  id: 5,
  conversation_id: 42,
  number: 5,
  author_id: 2,
  client_id: null,
  kind: 'text',
  body: 'Привет',
  reply_to: null,
  files: [],
  mentions: [],
  reactions: [],
  service: null,
  created_at: '2026-11-22T11:59:58Z',
  edited_at: null,
  deleted: false,
  hidden: false,
  ...more,
});

const chat = (more: Partial<Conversation> = {}) =>
  ({ id: 42, kind: 'group', read_number: 4, muted_until: null, request: null, ...more }) as Conversation;

it('tells of what is new, unread and somebody else’s', () => {
  expect(reasonFor(message(), chat(), here)).toBe('group');
  expect(reasonFor(message(), chat({ kind: 'direct' }), here)).toBe('direct');
  expect(reasonFor(message({ author_id: 1 }), chat(), here)).toBeNull();
  expect(reasonFor(message(), chat({ read_number: 5 }), here)).toBeNull();
  expect(reasonFor(message({ kind: 'service' }), chat(), here)).toBeNull();
  expect(reasonFor(message(), undefined, here)).toBeNull();
  expect(reasonFor(message(), chat(), { ...here, looking: 42 })).toBeNull();
  expect(reasonFor(message({ created_at: '2026-11-22T11:50:00Z' }), chat(), here)).toBeNull();
});

it('names the strongest reason', () => {
  expect(reasonFor(message({ mentions: [1] }), chat(), here)).toBe('mention');
  expect(reasonFor(message({ content: { audience: 'all' } }), chat(), here)).toBe('mention');
  expect(reasonFor(message({ content: { audience: 'teachers' } }), chat(), here)).toBe('group');
  expect(reasonFor(message({ content: { audience: 'teachers' } }), chat({ teaches: true }), here)).toBe('mention');
  const reply_to = { id: 1, number: 1, author_id: 1, excerpt: '', deleted: false };
  expect(reasonFor(message({ reply_to }), chat(), here)).toBe('reply');
});

it('is silent in a muted chat but for what names me where I asked for it', () => {
  const muted = { muted_until: '2027-01-01T00:00:00Z' };
  expect(reasonFor(message({ mentions: [1] }), chat(muted), here)).toBeNull();
  expect(reasonFor(message({ mentions: [1] }), chat({ ...muted, mentions_pass: true }), here)).toBe('mention');
  expect(reasonFor(message(), chat({ ...muted, mentions_pass: true }), here)).toBeNull();
  expect(reasonFor(message(), chat({ muted_until: '2026-11-22T11:00:00Z' }), here)).toBe('group');
});

it('keeps quiet hours by itself, to the second', () => {
  const coming = [
    { starts: '2026-11-22T11:00:00Z', ends: '2026-11-22T12:30:00Z' },
    { starts: '2026-11-23T19:00:00Z', ends: '2026-11-24T04:00:00Z' },
  ];
  const quiet = { coming } as QuietHours;
  expect(quietUntil(quiet, NOW)).toBe('2026-11-22T12:30:00Z');
  expect(quietUntil(quiet, Date.parse('2026-11-22T12:30:00Z'))).toBeNull();
  expect(quietUntil(quiet, Date.parse('2026-11-23T19:00:00Z'))).toBe('2026-11-24T04:00:00Z');
  expect(quietUntil(null, NOW)).toBeNull();
});
