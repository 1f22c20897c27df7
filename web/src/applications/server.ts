/** Applications as the server knows them. */
import { api } from '../core/api/client';
import { queries } from '../core/api/query';
import type { components } from '../core/api/schema';

type Shapes = components['schemas'];

export type Application = Shapes['Application'];
export type ApplicationBrief = Shapes['ApplicationBrief'];
export type Fields = Required<Shapes['Fields']>;
export type State = Application['state'];
export type Outcome = 'approved' | 'returned' | 'declined';
export type ContactKind = 'phone' | 'email';
type Code = Shapes['RequestedCode'];

const path = (id: number) => `/api/applications/${id}`;

export const keyOf = (id: number) => ['applications', 'one', id];

export const begin = () => api.post<Application>('/api/applications');
export const read = (id: number) => api.get<Application>(path(id));
export const save = (id: number, fields: Fields) => api.put<Application>(path(id), fields);
export const withdraw = (id: number) => api.delete(path(id));
export const submit = (id: number) => api.post<Application>(`${path(id)}/submission`);
export const askProof = (id: number, kind: ContactKind) => api.post<Code>(`${path(id)}/proofs`, { kind });
export const giveProof = (id: number, code_id: string, code: string) => api.put<Application>(`${path(id)}/proofs`, { code_id, code });
export const decide = (id: number, outcome: Outcome, reason: string) => api.post<Application>(`${path(id)}/decision`, { outcome, reason });

const NAMES = ['type', 'name', 'short_name', 'territory_id', 'settlement', 'inn', 'kpp', 'ogrn', 'family_name', 'given_name', 'patronymic', 'phone', 'email', 'file_id'] as const;

/** What the applicant types, out of the whole. */
export function fieldsOf(application: Application): Fields {
  return Object.fromEntries(NAMES.map((name) => [name, application[name]])) as unknown as Fields;
}

/** Whoever shows applications or their number asks again. */
export function applicationsChanged(): void {
  void queries.invalidateQueries({ queryKey: ['applications'] });
}
