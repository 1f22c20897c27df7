/** Keys, the second factor and moves, as the server knows them. */
import { api } from '../../core/api/client';
import type { Page, SignedIn, SignInCode } from '../../core/api/types';
import type { components } from '../../core/api/schema';
import { makeKey, showKey } from './browser';

type Shapes = components['schemas'];

export type Passkey = Shapes['Passkey'];
export type SecondFactor = Shapes['SecondFactor'];
export type Standing = Shapes['FactorStanding'];
export type TotpDraft = Shapes['TotpDraft'];
export type OwnMoves = Shapes['OwnMoves'];
export type Move = Shapes['Move'];
export type Side = 'new' | 'old';
type Question = { options: Record<string, unknown> };
type Codes = { codes: string[] };
export type Answer = Record<string, unknown>;

export const getKeys = () => api.get<Page<Passkey>>('/api/me/passkeys');
export const renameKey = (id: number, name: string) => api.patch(`/api/me/passkeys/${id}`, { name });
export const removeKey = (id: number) => api.delete(`/api/me/passkeys/${id}`);

export async function addKey(name: string): Promise<void> {
  const { options } = await api.post<Question>('/api/me/passkey-questions');
  await api.post('/api/me/passkeys', { answer: await makeKey(options), name });
}

export async function showKeyAtDoor(): Promise<Answer> {
  return showKey((await api.post<Question>('/api/sign-in/passkey-questions')).options);
}

export const enterByKey = (answer: Answer, consents: { document: string; version: string }[]) =>
  api.post<SignedIn>('/api/sign-in/passkey-sessions', { answer, consents });

const FACTOR = '/api/me/second-factor';

export const getFactor = () => api.get<SecondFactor>(FACTOR);
export const draftApp = () => api.post<TotpDraft>(`${FACTOR}/app`);
export const setUpApp = (code: string) => api.put<Codes>(`${FACTOR}/app`, { code });
export const removeApp = () => api.delete(`${FACTOR}/app`);
export const chooseKeys = () => api.put<Codes>(FACTOR);
export const switchOff = () => api.delete(FACTOR);
export const renewCodes = () => api.post<Codes>(`${FACTOR}/recovery-codes`);
export const forgetDevices = () => api.delete(`${FACTOR}/devices`);
export const proveByCode = (code: string, way: 'app' | 'recovery', remember: boolean) =>
  api.post(`${FACTOR}/proofs`, { code, way, remember });

export async function proveByKey(remember: boolean): Promise<void> {
  const { options } = await api.post<Question>(`${FACTOR}/key-questions`);
  await api.post(`${FACTOR}/key-proofs`, { answer: await showKey(options), remember });
}

export const getMoves = () => api.get<OwnMoves>('/api/me/moves');
export const startMove = (contact: string, to: string, end_others: boolean) => api.post<Move>('/api/me/moves', { contact, to, end_others });
export const askForHelp = (id: number) => api.put(`/api/me/moves/${id}/help`);

/** Where the steps of a move are taken: by oneself, or by the staff of an organisation. */
export const ownMove = (id: number) => `/api/me/moves/${id}`;
export const sendCode = (path: string, side: Side) => api.post<SignInCode>(`${path}/codes`, { side });
export const proveSide = (path: string, side: Side, code_id: string, code: string) =>
  api.post<Move>(`${path}/proofs`, { side, code_id, code });
export const cancelMove = (path: string) => api.delete(path);
