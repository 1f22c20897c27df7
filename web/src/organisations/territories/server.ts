/** Territories as the server knows them. */
import { api } from '../../core/api/client';
import type { Page } from '../../core/api/types';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type TerritoryBrief = Shapes['TerritoryBrief'];
export type Territory = Shapes['Territory'];
export type TerritoryKind = TerritoryBrief['kind'];
export type MyPart = Shapes['MyPart'];
export type OrganisationBelow = Shapes['OrganisationBelow'];
export type ListOutcome = Shapes['ListOutcome'];
export type NewStaff = Shapes['NewStaff'];
export type StaffMember = Shapes['StaffMember'];
type Changes = Shapes['TerritoryChanges'];

const path = (id: number) => `/api/territories/${id}`;

export const KINDS: TerritoryKind[] = ['country', 'region', 'district'];

/** Only what ranks lower stands inside. */
export const kindsInside = (kind: TerritoryKind | null): TerritoryKind[] => KINDS.slice(kind === null ? 0 : KINDS.indexOf(kind) + 1);

export const readPart = () => api.get<MyPart>('/api/me/territories');
export const readTerritory = (id: number) => api.get<Territory>(path(id));
export const addTerritory = (kind: TerritoryKind, name: string, parent_id: number | null) => api.post<Territory>('/api/territories', { kind, name, parent_id });
export const changeTerritory = (id: number, changes: Changes) => api.patch<Territory>(path(id), changes);
export const removeTerritory = (id: number) => api.delete(path(id));
export const appoint = (id: number, staff: NewStaff) => api.post<void>(`${path(id)}/staff`, staff);
export const dismiss = (id: number, person: number) => api.delete(`${path(id)}/staff/${person}`);
export const loadList = (text: string, parent_id: number | null, apply: boolean) => api.post<ListOutcome>('/api/territories/list', { text, parent_id, apply });

/** All territories right below one, however many pages that takes; a country has some ninety regions. */
export async function childrenOf(parent: number | null): Promise<TerritoryBrief[]> {
  const found: TerritoryBrief[] = [];
  let after: string | null = null;
  do {
    const page: Page<TerritoryBrief> = await api.get('/api/territories', { parent_id: parent, after, limit: 100 });
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
}
