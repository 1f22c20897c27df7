/** The new school year, as the server knows it. */
import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type YearState = Shapes['YearState'];
export type YearChange = Shapes['YearChange'];
export type YearPreview = Shapes['YearPreview'];
export type Choices = Required<Shapes['Choices']>;

const place = (organisation: number) => `/api/organisations/${organisation}`;

export const getYear = (organisation: number) => api.get<YearState>(`${place(organisation)}/school-year`);
export const previewYear = (organisation: number, choices: Choices) => api.post<YearPreview>(`${place(organisation)}/school-year/preview`, choices);
export const beginYear = (organisation: number, choices: Choices, fingerprint: string) =>
  api.post<YearChange>(`${place(organisation)}/school-years`, { choices, fingerprint });
export const undoYear = (organisation: number, change: number) => api.delete(`${place(organisation)}/school-years/${change}`);
