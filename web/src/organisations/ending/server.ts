/** How an organisation stands, is renamed and ends, as the server knows it. */
import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type Standing = Shapes['Standing'];
export type EndingPreview = Shapes['EndingPreview'];
export type MergingPreview = Shapes['MergingPreview'];

const path = (id: number) => `/api/organisations/${id}`;

export const readStanding = (id: number) => api.get<Standing>(`${path(id)}/standing`);
export const rename = (id: number, names: Shapes['NewNames']) => api.patch<Standing>(path(id), names);
export const place = (id: number, territory_id: number | null) => api.put<void>(`${path(id)}/territory`, { territory_id });
export const previewClosing = (id: number) => api.get<EndingPreview>(`${path(id)}/closing`);
export const close = (id: number, name: string, reason: string) => api.post<void>(`${path(id)}/closing`, { name, reason });
export const reopen = (id: number) => api.delete(`${path(id)}/closing`);
export const previewMerging = (id: number, into_id: number) => api.get<MergingPreview>(`${path(id)}/merging`, { into_id });
export const merge = (id: number, into_id: number, name: string, reason: string) => api.post<void>(`${path(id)}/merging`, { into_id, name, reason });
