import { api } from '../../core/api/client';
import type { Named } from '../confirm/server';

export interface Voter extends Named {
  at: string;
}

export interface VoterPage {
  items: Voter[];
  next: string | null;
}

export interface Turnout {
  voted: number;
  waiting: number;
  closed: boolean;
  remind_again_at: string | null;
}

export const getVoters = (messageId: number, option: number, after: string | null): Promise<VoterPage> =>
  api.get(`/api/messages/${messageId}/votes`, { option, after });

export const getTurnout = (messageId: number): Promise<Turnout> => api.get(`/api/messages/${messageId}/turnout`);

export const closePoll = (messageId: number): Promise<void> => api.put(`/api/messages/${messageId}/poll/closing`);
