import { api } from '../../core/api/client';
import type { Message, PersonBrief } from '../../core/store/types';

export interface Pin {
  message: Message;
  pinned_by: number;
  pinned_at: string;
}

export interface PinPage {
  items: Pin[];
  people: PersonBrief[];
  total: number;
  next: string | null;
}

export const getPins = (conversationId: number): Promise<PinPage> => api.get(`/api/conversations/${conversationId}/pins`);
export const pin = (messageId: number): Promise<unknown> => api.put(`/api/messages/${messageId}/pin`);
export const unpin = (messageId: number): Promise<unknown> => api.delete(`/api/messages/${messageId}/pin`);
