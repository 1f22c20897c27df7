/** What the server is asked about word lists and calls for help. */
import { api } from '../../core/api/client';
import { queries } from '../../core/api/query';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type WatchedWord = Shapes['WatchedWord'];
export type NotedMessage = Shapes['NotedMessage'];
export type Trial = Shapes['Trial'];
export type AlertSettings = Shapes['AlertSettingsShown'];
export type AlertBrief = Shapes['AlertBrief'];
export type Alert = Shapes['Alert'];
export type WatchingHere = Shapes['WatchingHere'];
export type Act = WatchedWord['act'];

export const ACTS: Act[] = ['hold', 'refuse', 'note', 'alert'];

export const wordsPath = (organisation: number): string => `/api/organisations/${organisation}/watched-words`;
const listPath = (organisation: number): string => `/api/organisations/${organisation}/word-list`;
const crisisPath = (organisation: number): string => `/api/organisations/${organisation}/crisis-alerts`;

export const wordsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['watched-words'] });

export const alertsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['crisis-alerts'] });

export const addWord = (organisation: number, phrase: string, act: Act) => api.post<void>(wordsPath(organisation), { phrase, act });

export const removeWord = (organisation: number, id: number) => api.delete(`${wordsPath(organisation)}/${id}`);

export const importWords = (organisation: number, text: string, replace: boolean) =>
  api.put<Shapes['Imported']>(`${wordsPath(organisation)}/text`, { text, replace });

export const tryWords = (organisation: number, text: string) => api.post<Trial>(`${wordsPath(organisation)}/trial`, { text });

export const readWhose = (organisation: number) => api.get<Shapes['ListSettings']>(listPath(organisation));

export const changeWhose = (organisation: number, whose: 'pupils' | 'all') => api.put<void>(listPath(organisation), { whose });

export const readCrisis = (organisation: number) => api.get<AlertSettings>(crisisPath(organisation));

export const changeCrisis = (organisation: number, { on, in_direct, at_night, starter, staff_ids }: AlertSettings) =>
  api.put<AlertSettings>(crisisPath(organisation), { on, in_direct, at_night, starter, staff_ids });

export const readAlert = (id: number) => api.get<Alert>(`/api/crisis-alerts/${id}`);

export const takeAlert = (id: number) => api.put<void>(`/api/crisis-alerts/${id}/assignee`);

export const closeAlert = (id: number, note: string) => api.post<Alert>(`/api/crisis-alerts/${id}/closing`, { note });

export const readWatching = () => api.get<WatchingHere[]>('/api/me/watching');
