/** What the server is asked about complaints, and the shapes it answers with. */
import { api } from '../core/api/client';
import { queries } from '../core/api/query';
import type { components } from '../core/api/schema';
import type { Complaint } from '../core/ui/complaint';

type Shapes = components['schemas'];

export type OwnReport = Shapes['OwnReport'];
export type OwnMeasure = Shapes['OwnMeasure'];
export type CaseBrief = Shapes['CaseBrief'];
export type Case = Shapes['Case'];
export type Measure = Shapes['Measure'];
export type KeptMessage = Shapes['KeptMessage'];
export type Statistics = Shapes['Statistics'];
export type ReportKind = OwnReport['kind'];
export type MeasureKind = Measure['kind'];

export const KINDS: ReportKind[] = ['insult', 'threat', 'indecent', 'spam', 'personal_data', 'self_harm', 'other'];

export interface Decision {
  measures: { kind: MeasureKind; seconds: number | null }[];
  reason: string;
  answer: string;
}

const path = (id: number): string => `/api/report-cases/${id}`;

export async function report({ target, id }: Complaint, kind: ReportKind, words: string): Promise<void> {
  await api.post('/api/reports', { target, target_id: id, kind, words });
  void queries.invalidateQueries({ queryKey: ['own-reports'] });
}

export const readCase = (id: number) => api.get<Case>(path(id));

export const decide = (id: number, decision: Decision) => api.post<Case>(`${path(id)}/decision`, decision);

export const take = (id: number) => api.put<void>(`${path(id)}/assignee`);

export const giveBack = (id: number) => api.delete(`${path(id)}/assignee`);

export const passOn = (id: number) => api.post<void>(`${path(id)}/escalation`);

export const lift = (measureId: number) => api.delete(`/api/measures/${measureId}`);

/** Whoever shows cases or their number asks again. */
export function casesChanged(): void {
  void queries.invalidateQueries({ queryKey: ['report-cases'] });
}
