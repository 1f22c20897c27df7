import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type RuleLine = Shapes['RuleLine'];
export type ContactAnswer = Shapes['ContactAnswer'];

const path = (organisation: number) => `/api/organisations/${organisation}/contact-rules`;

export const listRules = (organisation: number) => api.get<{ items: RuleLine[] }>(path(organisation));

export const askBetween = (organisation: number, first: number, second: number) =>
  api.get<ContactAnswer>(`${path(organisation)}/between`, { first, second });
