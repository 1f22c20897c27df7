import { api } from '../../core/api/client';
import type { PersonBrief } from '../../core/store/types';
import type { FoundPerson } from '../server/conversations';

export type Kind = 'photo' | 'video' | 'voice' | 'file' | 'link' | 'poll';

/** What is asked besides the words; the server's own names. */
export interface Filters {
  chat?: number;
  author?: number;
  kind?: Kind;
  from_teachers?: true;
  important?: true;
  since?: string;
  until?: string;
}

export interface Segment {
  text: string;
  meant: boolean;
}

export interface Hit {
  message_id: number;
  conversation_id: number;
  number: number;
  author_id: number;
  at: string;
  kinds: string[];
  file_name: string;
  excerpt: { source: 'text' | 'file' | 'transcript' | 'poll'; segments: Segment[] };
}

export interface ChatOfHits {
  id: number;
  kind: 'direct' | 'group' | 'favourites';
  title: string;
  partner_id: number | null;
}

export interface HitPage {
  items: Hit[];
  people: PersonBrief[];
  chats: ChatOfHits[];
  next: string | null;
  filling: boolean;
}

export interface FoundChats {
  items: ChatOfHits[];
  people: PersonBrief[];
  next: string | null;
  similar: boolean;
}

type Ask = (after: string | null, signal: AbortSignal) => Promise<HitPage>;

export const searchMessages =
  (q: string, filters: Filters): Ask =>
  (after, signal) =>
    api.get('/api/search/messages', { q, ...filters, after, limit: 20 }, { signal });

export const searchChats = (q: string, signal: AbortSignal): Promise<FoundChats> =>
  api.get('/api/search/chats', { q, limit: 10 }, { signal });

export const searchPeople = (
  q: string,
  signal: AbortSignal,
): Promise<{ items: (FoundPerson & { similar: boolean })[]; next: string | null }> =>
  api.get('/api/people/search', { q, limit: 10 }, { signal });

export const findHits = (
  id: number,
  q: string,
  filters: Filters,
  after: string | null,
  signal: AbortSignal,
): Promise<{ items: number[]; next: string | null }> =>
  api.get(`/api/conversations/${id}/hits`, { q, ...filters, after }, { signal });
