import { api } from '../../core/api/client';
import type { Message, PersonBrief } from '../../core/store/types';

export type Relation = 'mother' | 'father' | 'parent' | 'guardian' | 'relative';

/** Whose mother, father or guardian somebody is; `label` is the class. */
export interface Child {
  id: number;
  given_name: string;
  family_name: string;
  label: string;
  relation: Relation;
}

/** A person, and the children by whom the school knows them. */
export interface Named {
  person: PersonBrief;
  children: Child[];
}

export interface Confirming extends Named {
  at: string | null;
}

export type ListOf = 'waiting' | 'confirmed';

export interface ConfirmingPage {
  items: Confirming[];
  confirmed: number;
  total: number;
  remind_again_at: string | null;
  next: string | null;
}

export interface AwaitedPage {
  items: Message[];
  people: PersonBrief[];
  total: number;
  next: string | null;
}

export interface Reminder {
  asked_at: string;
  again_at: string;
}

export const getConfirming = (messageId: number, state: ListOf, after: string | null): Promise<ConfirmingPage> =>
  api.get(`/api/messages/${messageId}/confirmations`, { state, after });

export const getAwaited = (after: string | null): Promise<AwaitedPage> => api.get('/api/confirmations/waiting', { after, limit: 30 });

export const remind = (messageId: number): Promise<Reminder> => api.post(`/api/messages/${messageId}/reminders`);
