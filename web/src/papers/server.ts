/** Papers, as the server fills them in. */
import { api, unsafeHeaders } from '../core/api/client';
import { readProblem, unreachable } from '../core/api/error';
import type { components } from '../core/api/schema';

type Shapes = components['schemas'];

export type Facts = Omit<Required<Shapes['Facts']>, 'appointed'> & { appointed: string[] };
export type Known = Omit<Shapes['Known'], 'facts'> & { facts: Facts };
export type Paper = Shapes['Paper'];
export type Block = Shapes['Block'];
export type Kind = 'order' | 'notice' | 'site' | 'consent_guardian' | 'consent_staff';

const place = (organisation: number) => `/api/organisations/${organisation}`;

export const getKnown = (organisation: number) => api.get<Known>(`${place(organisation)}/papers`);
export const previewPaper = (organisation: number, kind: Kind, facts: Facts) =>
  api.post<Paper>(`${place(organisation)}/papers/preview`, { kind, facts });
export const takePaper = (organisation: number, kind: Kind, format: 'docx' | 'pdf', facts: Facts) =>
  take(`${place(organisation)}/papers/file`, { kind, format, facts }, `${kind}.${format}`);
export const takeForms = (organisation: number, classId: number, each_guardian: boolean, facts: Facts) =>
  take(`${place(organisation)}/classes/${classId}/consent-forms`, { facts, each_guardian }, 'consents.pdf');

/** Names of people stand in the body and in no address, so the file comes by POST and is saved from memory. */
async function take(path: string, body: unknown, name: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { ...unsafeHeaders(), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  }).catch((thrown: unknown) => {
    throw unreachable(thrown);
  });
  if (!response.ok) throw await readProblem(response.status, () => response.json());
  save(await response.blob(), named(response.headers.get('Content-Disposition')) ?? name);
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function named(disposition: string | null): string | null {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '');
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}
