import type { Conversation, Message, PersonBrief } from './types';

/** Invented pieces for tests. */
export const message = (number: number, over: Partial<Message> = {}): Message => ({
  id: 1000 + number,
  conversation_id: 42,
  number,
  author_id: 2,
  client_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  kind: 'text',
  body: `Сообщение ${number}`,
  reply_to: null,
  files: [],
  mentions: [],
  reactions: [],
  service: null,
  created_at: '2026-11-22T08:00:00Z',
  edited_at: null,
  deleted: false,
  hidden: false,
  ...over,
});

export const conversation = (over: Partial<Conversation> = {}): Conversation => ({
  id: 42,
  kind: 'group',
  title: '7 «Б» класс',
  partner_id: null,
  automatic: null,
  organisation_id: 1,
  parents_only: false,
  members_count: 3,
  my_role: 'member',
  seq: 10,
  last_number: 3,
  last_message: message(3),
  read_number: 3,
  others_read_number: 3,
  unread: 0,
  mentioned: false,
  request: null,
  can_write: true,
  muted_until: null,
  created_at: '2026-11-01T08:00:00Z',
  ...over,
});

export const person = (id: number, given_name: string, family_name: string): PersonBrief => ({
  id,
  given_name,
  family_name,
  patronymic: '',
  role: 'pupil',
  label: '7 «Б»',
  confirmed_teacher: false,
  claimed: true,
});
