import { api } from '../../core/api/client';
import type { ChatSettings, Conversation, FileInfo, Message, NewContent, PersonBrief } from '../../core/store/types';

export interface HeldMessage {
  id: number;
  conversation_id: number;
  author_id: number;
  client_id: string;
  body: string;
  files: FileInfo[];
  content: NewContent | null;
  state: 'waiting' | 'declined';
  reason: string;
  created_at: string;
  /** The organisation whose list of words holds it, told to its staff; empty for whatever else waits. */
  word_list: string;
}

export interface JoinRequest {
  person: PersonBrief;
  invited_by: PersonBrief;
  created_at: string;
}

export type Audience = 'contacts' | 'organisation' | 'everybody';

export interface InviteLink {
  id: number;
  path: string;
  made_by: PersonBrief;
  audience: Audience;
  approval: boolean;
  most_uses: number | null;
  uses: number;
  expires_at: string | null;
  works: boolean;
  created_at: string;
}

export interface NewLink {
  seconds: number | null;
  most_uses: number | null;
  approval: boolean;
  audience: Audience;
}

export interface Joining {
  title: string;
  organisation_name: string | null;
  members_count: number;
  parents_only: boolean;
  approval: boolean;
  made_by: PersonBrief;
  state: 'open' | 'joined' | 'requested' | 'declined';
  conversation_id: number | null;
}

export interface CopyPreview {
  title: string;
  people_count: number;
  left_out_count: number;
  left_out: PersonBrief[];
}

export interface ChatPolicy {
  links_for_others: boolean;
  limits: { role: string; new_groups_per_day: number; new_requests_per_day: number; chats_per_text: number }[];
}

const at = (id: number): string => `/api/conversations/${id}`;

export const changeSettings = (id: number, change: ChatSettings): Promise<ChatSettings> => api.patch(`${at(id)}/settings`, change);

export const silence = (id: number, seconds: number | null, reason: string): Promise<ChatSettings> =>
  api.put(`${at(id)}/silence`, { seconds, reason });

export const endSilence = (id: number): Promise<ChatSettings> => api.delete(`${at(id)}/silence`);

export const ban = (id: number, personId: number, seconds: number | null, reason: string): Promise<unknown> =>
  api.put(`${at(id)}/members/${personId}/write-ban`, { seconds, reason });

export const liftBan = (id: number, personId: number): Promise<unknown> => api.delete(`${at(id)}/members/${personId}/write-ban`);

export const handOver = (id: number, personId: number): Promise<unknown> => api.put(`${at(id)}/owner`, { person_id: personId });

export const getHeld = (id: number, after: string | null): Promise<{ items: HeldMessage[]; people: PersonBrief[]; next: string | null }> =>
  api.get(`${at(id)}/held-messages`, { after });

export const approve = (heldId: number): Promise<Message> => api.post(`/api/held-messages/${heldId}/approval`);

export const decline = (heldId: number, reason: string): Promise<unknown> => api.post(`/api/held-messages/${heldId}/refusal`, { reason });

export const withdraw = (heldId: number): Promise<unknown> => api.delete(`/api/held-messages/${heldId}`);

export const getJoinRequests = (id: number, after: string | null): Promise<{ items: JoinRequest[]; next: string | null }> =>
  api.get(`${at(id)}/join-requests`, { after });

export const letIn = (id: number, personId: number): Promise<unknown> => api.post(`${at(id)}/join-requests/${personId}/approval`);

export const turnAway = (id: number, personId: number): Promise<unknown> => api.post(`${at(id)}/join-requests/${personId}/refusal`);

export const getLinks = (id: number, after: string | null): Promise<{ items: InviteLink[]; audiences: Audience[]; next: string | null }> =>
  api.get(`${at(id)}/links`, { after });

export const makeLink = (id: number, link: NewLink): Promise<InviteLink> => api.post(`${at(id)}/links`, link);

export const revokeLink = (id: number, linkId: number): Promise<unknown> => api.delete(`${at(id)}/links/${linkId}`);

export const qrOf = (id: number, linkId: number): string => `${at(id)}/links/${linkId}/qr`;

export const lookAtLink = (token: string): Promise<Joining> => api.get(`/api/joining/${encodeURIComponent(token)}`);

export const comeIn = (token: string): Promise<Joining> => api.post(`/api/joining/${encodeURIComponent(token)}`);

export const lookAtCopy = (id: number): Promise<CopyPreview> => api.get(`${at(id)}/copy`);

export const copyGroup = (id: number, title: string, with_settings: boolean): Promise<Conversation> =>
  api.post(`${at(id)}/copy`, { title, with_settings });

export const closeGroup = (id: number): Promise<unknown> => api.put(`${at(id)}/end`);

export const deleteGroup = (id: number): Promise<unknown> => api.delete(at(id));

export const getPolicy = (organisationId: number): Promise<ChatPolicy> => api.get(`/api/organisations/${organisationId}/chat-policy`);

export const setPolicy = (organisationId: number, links_for_others: boolean): Promise<ChatPolicy> =>
  api.put(`/api/organisations/${organisationId}/chat-policy`, { links_for_others });
