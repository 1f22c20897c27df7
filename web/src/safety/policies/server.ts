import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type ContactPolicy = Shapes['ContactPolicy'];
export type SafeMode = Shapes['SafeMode'];
export type AccompaniedOffer = Shapes['AccompaniedOffer'];

const policy = (organisation: number) => `/api/organisations/${organisation}/contact-policy`;

export const readPolicy = (organisation: number) => api.get<ContactPolicy>(policy(organisation));

export const changePolicy = (organisation: number, fresh: ContactPolicy) => api.put<ContactPolicy>(policy(organisation), fresh);

export const readSafeMode = () => api.get<SafeMode>('/api/me/safe-mode');

export const keepSafeMode = (kept: boolean) => api.put<SafeMode>('/api/me/safe-mode', { kept });

export const readOffer = (person: number) => api.get<AccompaniedOffer>(`/api/conversations/accompanied/${person}`);

export const openAccompanied = (person: number) => api.put<{ id: number }>(`/api/conversations/accompanied/${person}`);
