/** The steps of signing in: contact, code, and whatever the server still asks for. */
import { useState } from 'react';

import { api } from '../../core/api/client';
import { ApiError, isProblem } from '../../core/api/error';
import type { DocumentToAccept, SignedIn, SignInCode } from '../../core/api/types';
import { enter } from '../session';

export interface FullName {
  family_name: string;
  given_name: string;
  patronymic: string;
}

type Step = 'contact' | 'code' | 'profile' | 'consents';

interface Flow {
  step: Step;
  contact: string;
  code: SignInCode | null;
  digits: string;
  profile: FullName | null;
  documents: DocumentToAccept[];
  error: unknown;
  busy: boolean;
}

/** What the steps after the proof need, whatever the proof was. */
export interface Asking {
  flow: Pick<Flow, 'profile' | 'documents' | 'error' | 'busy'>;
  introduce: (profile: FullName) => Promise<void>;
  agree: () => Promise<void>;
  startAgain: () => void;
}

const START: Flow = {
  step: 'contact',
  contact: '',
  code: null,
  digits: '',
  profile: null,
  documents: [],
  error: null,
  busy: false,
};

/** What the server still asks for; the proof stays good for the next try. */
export function asked(error: unknown): { step: 'profile' | 'consents'; documents: DocumentToAccept[] } | null {
  const step = isProblem(error, 'profile_required')
    ? 'profile'
    : isProblem(error, 'consents_required')
      ? 'consents'
      : null;
  if (!step || !(error instanceof ApiError)) return null;
  return { step, documents: (error.problem['documents'] as DocumentToAccept[] | undefined) ?? [] };
}

export function useSignIn() {
  const [flow, setFlow] = useState(START);
  const patch = (change: Partial<Flow>) => setFlow((now) => ({ ...now, ...change }));

  const attempt = async (work: () => Promise<Partial<Flow>>) => {
    patch({ busy: true, error: null });
    try {
      patch({ ...(await work()), busy: false });
    } catch (error) {
      patch({ error, busy: false, ...(isProblem(error, 'code_wrong') ? { digits: '', step: 'code' } : {}) });
    }
  };

  const askCode = (contact: string) =>
    attempt(async () => ({
      contact,
      code: await api.post<SignInCode>('/api/sign-in/codes', { contact }),
      digits: '',
      step: 'code',
    }));

  const open = (brought: Partial<Flow>) =>
    attempt(async () => {
      const { code, digits, profile, documents } = { ...flow, ...brought };
      const consents = brought.documents
        ? documents.map(({ document, version }) => ({ document, version }))
        : undefined;
      const body = { code_id: code?.id, code: digits, profile: profile ?? undefined, consents };
      try {
        enter(await api.post<SignedIn>('/api/sign-in/sessions', body));
        return {};
      } catch (error) {
        const step = asked(error);
        if (!step) throw error;
        return { digits, profile, ...step };
      }
    });

  return {
    flow,
    askCode,
    type: (digits: string) => patch({ digits, error: null }),
    tryCode: (digits: string) => open({ digits }),
    introduce: (profile: FullName) => open({ profile, documents: flow.documents }),
    agree: () => open({ documents: flow.documents }),
    startAgain: () => setFlow((now) => ({ ...START, contact: now.contact })),
  };
}

export type SignIn = ReturnType<typeof useSignIn>;
