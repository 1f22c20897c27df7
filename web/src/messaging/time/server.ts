import { api } from '../../core/api/client';
import type { Page } from '../../core/api/types';
import type { Conversation, FileInfo, Message, NewContent, PersonBrief } from '../../core/store/types';

export interface Scheduled {
  id: number;
  conversation_id: number;
  client_id: string;
  at: string;
  body: string;
  reply_to_id: number | null;
  files: FileInfo[];
  mentions: number[];
  content: NewContent | null;
  /** Its moment has come, and it was not let through. */
  refused: { code: string; detail: string } | null;
}

export interface NewScheduled {
  client_id: string;
  at: string;
  body: string;
  reply_to_id: number | null;
  file_ids: number[];
  mentions: number[];
  content: NewContent | null;
}

export interface Reminder {
  message: Message;
  at: string;
  reminded: boolean;
}

export type AttachmentKind = 'media' | 'document' | 'voice' | 'audio' | 'link';

export interface Attached {
  message_id: number;
  number: number;
  author_id: number;
  at: string;
  excerpt: string;
  file: FileInfo | null;
  link: string | null;
}

export interface AttachedPage extends Page<Attached> {
  people: PersonBrief[];
}

export interface Export {
  id: number;
  format: 'html' | 'json';
  files: boolean;
  state: 'waiting' | 'running' | 'ready' | 'failed';
  done: number;
  total: number;
  messages: number;
  left_out: number;
  size: number;
  problem: string | null;
  created_at: string;
  expires_at: string | null;
}

const chat = (id: number): string => `/api/conversations/${id}`;

export const setLifetime = (id: number, seconds: number | null): Promise<Conversation> => api.put(`${chat(id)}/lifetime`, { seconds });

export const schedule = (id: number, message: NewScheduled): Promise<Scheduled> => api.post(`${chat(id)}/scheduled`, message);

export const listScheduled = (id: number): Promise<Page<Scheduled>> => api.get(`${chat(id)}/scheduled`);

export const changeScheduled = (was: Scheduled, body: string, at: string): Promise<Scheduled> =>
  api.put(`/api/scheduled/${was.id}`, { at, body, file_ids: was.files.map((file) => file.id), mentions: was.mentions, content: was.content });

export const forgetScheduled = (id: number): Promise<void> => api.delete(`/api/scheduled/${id}`);

export const sendScheduled = (id: number): Promise<Message> => api.post(`/api/scheduled/${id}/sending`);

export const remind = (messageId: number, at: string): Promise<void> => api.put(`/api/messages/${messageId}/reminder`, { at });

export const putAway = (messageId: number): Promise<void> => api.delete(`/api/messages/${messageId}/reminder`);

export const listAttached = (id: number, kind: AttachmentKind, after: string | null): Promise<AttachedPage> =>
  api.get(`${chat(id)}/attachments`, { kind, after, limit: 60 });

export const askExport = (id: number, wish: { format: Export['format']; files: boolean; since: string | null; until: string | null }): Promise<Export> =>
  api.post(`${chat(id)}/exports`, wish);

export const listExports = (id: number): Promise<Page<Export>> => api.get(`${chat(id)}/exports`);

export const forgetExport = (id: number): Promise<void> => api.delete(`/api/exports/${id}`);

export const exportUrl = (id: number): string => `/api/exports/${id}/file`;

export const listReminders = (): Promise<Page<Reminder>> => api.get('/api/me/reminders', { limit: 100 });
