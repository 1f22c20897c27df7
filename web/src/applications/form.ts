import { createContext, use, useState } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { numberProblem } from './requisites';
import type { Application, Fields } from './server';
import { texts } from './texts';
import type { Draft } from './useDraft';

export const STEPS = ['organisation', 'place', 'administrator', 'document', 'check'] as const;
export type StepName = (typeof STEPS)[number];
type Field = keyof Fields;

const FIELDS: Record<StepName, Field[]> = {
  organisation: ['type', 'name', 'short_name', 'inn', 'kpp', 'ogrn'],
  place: ['territory_id', 'settlement'],
  administrator: ['family_name', 'given_name', 'patronymic', 'phone', 'email'],
  document: ['file_id'],
  check: [],
};

export const stepOf = (field: string): StepName => STEPS.find((step) => FIELDS[step].includes(field as Field)) ?? 'check';

/** What the steps share: the draft, and which mistakes may be shown already. */
export function useFormState(application: Application, draft: Draft, goTo: (field: string) => void) {
  const t = useTexts(texts);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  // What was sent once is looked at as a whole.
  const [attempted, setAttempted] = useState<ReadonlySet<StepName>>(() => new Set(application.state === 'returned' ? STEPS : []));
  const problemOf = (field: Field): string | undefined => {
    const typed = draft.fields[field];
    const shown = touched.has(field) || attempted.has(stepOf(field));
    const local = typeof typed === 'string' ? numberProblem(field, typed) : null;
    if (local) return shown ? t(`check.${local}`) : undefined;
    // The server speaks of what it has: a word still on its way is not judged.
    const said = typed === application[field] ? application.problems.find((one) => one.field === field) : undefined;
    if (!said || !shown || (said.code === 'field_empty' && !attempted.has(stepOf(field)))) return undefined;
    return said.detail;
  };
  return {
    application,
    draft,
    problemOf,
    goTo,
    touch: (field: Field) => {
      setTouched((was) => new Set([...was, field]));
      void draft.flush().catch(() => undefined);
    },
    attempt: (step: StepName) => setAttempted((was) => new Set([...was, step])),
  };
}

export type FormState = ReturnType<typeof useFormState>;

export const FormContext = createContext<FormState | null>(null);

export function useForm(): FormState {
  const form = use(FormContext);
  if (!form) throw new Error('a step stands outside the wizard');
  return form;
}
