/** What the server is asked about photographs. */
import { api, unsafeHeaders } from '../../core/api/client';
import { readProblem } from '../../core/api/error';
import { queries } from '../../core/api/query';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type OwnPortrait = Shapes['OwnPortrait'];
export type WaitingPortrait = Shapes['WaitingPortrait'];
export type PortraitPolicy = Shapes['PortraitPolicy'];
export type Mode = OwnPortrait['mode'];

const OWN = '/api/me/portrait';
export const waitingPath = (organisation: number): string => `/api/organisations/${organisation}/portraits`;
const policyPath = (organisation: number): string => `/api/organisations/${organisation}/portrait-policy`;

export const portraitsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['portraits'] });

export const readOwn = () => api.get<OwnPortrait>(OWN);

export const removeOwn = () => api.delete(OWN);

export async function sendPortrait(picture: Blob): Promise<OwnPortrait> {
  const headers = { ...unsafeHeaders(), 'Content-Type': picture.type };
  const answer = await fetch(OWN, { method: 'PUT', body: picture, headers, signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw await readProblem(answer.status, () => answer.json());
  return (await answer.json()) as OwnPortrait;
}

export const approve = (organisation: number, id: number) => api.post<void>(`${waitingPath(organisation)}/${id}/approval`);

export const refuse = (organisation: number, id: number, reason: string) =>
  api.post<void>(`${waitingPath(organisation)}/${id}/refusal`, { reason });

export const readPolicy = (organisation: number) => api.get<PortraitPolicy>(policyPath(organisation));

export const changePolicy = (organisation: number, policy: PortraitPolicy) => api.put<void>(policyPath(organisation), policy);
