/** Copies of one's data, consents and their withdrawal, as the server knows them. */
import { api } from '../core/api/client';
import type { components } from '../core/api/schema';
import type { Page } from '../core/api/types';

type Shapes = components['schemas'];

export type OwnArchive = Shapes['OwnArchive'];
export type OwnPrivacy = Shapes['OwnPrivacy'];
export type ChildConsent = Shapes['ChildConsent'];
export type RegisterLine = Shapes['RegisterLine'];
export type ConsentPaper = Shapes['ConsentPaper'];
export type Show = 'all' | 'without' | 'minors' | 'withdrawn';

const ARCHIVES = '/api/me/archives';

export const listArchives = () => api.get<Page<OwnArchive>>(ARCHIVES);
export const askArchive = (about: number | null) => api.post<OwnArchive>(ARCHIVES, { about_id: about });
export const throwArchiveAway = (id: number) => api.delete(`${ARCHIVES}/${id}`);
export const archiveUrl = (id: number) => `${ARCHIVES}/${id}/file`;

const WITHDRAWAL = '/api/me/withdrawal';

export const getWithdrawal = () => api.get<OwnPrivacy>(WITHDRAWAL);
export const withdraw = () => api.put<OwnPrivacy>(WITHDRAWAL);
export const takeBack = () => api.delete(WITHDRAWAL);

const consent = (child: number) => `/api/children/${child}/consent`;

export const getChildConsent = (child: number) => api.get<ChildConsent>(consent(child));
export const giveChildConsent = (child: number) => api.put<ChildConsent>(consent(child));
export const withdrawChildConsent = (child: number) => api.delete<ChildConsent>(consent(child));

export const registerPath = (organisation: number) => `/api/organisations/${organisation}/consents`;
export const notePaper = (organisation: number, person: number, paper: ConsentPaper) =>
  api.post<void>(`${registerPath(organisation)}/${person}/papers`, paper);
