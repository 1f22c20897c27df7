/** What regions tell their teachers, as the server knows it. */
import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type Region = Shapes['GuidedRegion'];
export type Guide = Shapes['Guide'];
export type GuideLink = Shapes['GuideLink'];

export const REGIONS = '/api/regions';
export const readGuide = (id: number) => api.get<Guide>(`${REGIONS}/${id}`);
export const readOwnGuide = (id: number) => api.get<Guide>(`/api/territories/${id}/guide`);
export const publishGuide = (id: number, body: string, links: GuideLink[]) => api.put<Guide>(`/api/territories/${id}/guide`, { body, links });
