import { api } from '../../core/api/client';
import type {
  Conversation,
  ConversationPage,
  MemberRole,
  MessagePage,
  PersonBrief,
  WriteBan,
} from '../../core/store/types';
import type { PageQuery } from '../../core/store/merge';

export interface Member {
  person: PersonBrief;
  role: MemberRole;
  online: boolean;
  joined_at: string;
  /** Told to administrators only. */
  write_ban?: WriteBan | null;
  /** Where somebody works, in the chat of a community of several organisations. */
  organisation?: string;
}

export interface MemberPage {
  items: Member[];
  next: string | null;
  total: number;
  by_surname: boolean;
  /** Only the administrators and oneself are shown. */
  hidden?: boolean;
}

export interface FoundPerson extends PersonBrief {
  reach: 'open' | 'request' | 'accompanied' | 'together';
}

export interface Reader {
  person: PersonBrief;
}

const at = (id: number): string => `/api/conversations/${id}`;

export const listConversations = (after: string | null): Promise<ConversationPage> =>
  api.get(`/api/conversations`, { after, limit: 100 });

export const getConversation = (id: number): Promise<Conversation> => api.get(at(id));

export const openDirect = (personId: number): Promise<Conversation> =>
  api.put(`/api/conversations/direct/${personId}`);

export const openFavourites = (): Promise<Conversation> => api.get('/api/conversations/favourites');

export const createGroup = (title: string, person_ids: number[], parents_only: boolean): Promise<Conversation> =>
  api.post('/api/conversations', { kind: 'group', title, person_ids, parents_only });

export const rename = (id: number, title: string): Promise<Conversation> => api.patch(at(id), { title });

export const answerRequest = (id: number, accept: boolean): Promise<unknown> =>
  api.post(`${at(id)}/request-answer`, { accept });

export const getMessages = (id: number, page: PageQuery): Promise<MessagePage> =>
  api.get(`${at(id)}/messages`, { ...page });

export const getMembers = (id: number, after: string | null, limit = 50, q = ''): Promise<MemberPage> =>
  api.get(`${at(id)}/members`, { after, limit, q });

export const addMembers = (id: number, person_ids: number[]): Promise<unknown> =>
  api.post(`${at(id)}/members`, { person_ids });

export const setRole = (id: number, personId: number, role: MemberRole): Promise<unknown> =>
  api.put(`${at(id)}/members/${personId}`, { role });

export const removeMember = (id: number, personId: number): Promise<unknown> =>
  api.delete(`${at(id)}/members/${personId}`);

export const searchPeople = (
  q: string,
  after: string | null,
): Promise<{ items: FoundPerson[]; next: string | null }> =>
  api.get(`/api/people/search`, { q, after, limit: 30 });

export const getPeople = (ids: readonly number[]): Promise<{ items: PersonBrief[] }> =>
  api.get(`/api/people?ids=${ids.join(',')}`);

export const getReactions = (
  messageId: number,
  after: string | null,
): Promise<{ items: { emoji: string; person: PersonBrief; at: string }[]; next: string | null }> =>
  api.get(`/api/messages/${messageId}/reactions`, { after });

export const getReaders = (
  messageId: number,
  after: string | null,
): Promise<{ items: Reader[]; next: string | null; total_read: number; total_members: number }> =>
  api.get(`/api/messages/${messageId}/readers`, { after });
