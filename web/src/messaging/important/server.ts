import { api } from '../../core/api/client';
import type { Message, PersonBrief } from '../../core/store/types';

export interface ImportantPage {
  items: { message: Message; marked_at: string }[];
  people: PersonBrief[];
  next: string | null;
}

export const getImportant = (after: string | null): Promise<ImportantPage> => api.get('/api/important', { after, limit: 30 });
