/** Coming back from a service: its answer is handed over once, then used to sign in or to link. */
import { useEffect, useEffectEvent, useState } from 'react';

import { api } from '../../core/api/client';
import type { CameBack, DocumentToAccept, SignedIn } from '../../core/api/types';
import { navigate } from '../../core/navigation/router';
import { enter } from '../session';
import { asked, type Asking, type FullName } from '../sign-in/useSignIn';

const TOLD = ['state', 'code', 'device_id', 'iss', 'error', 'error_description'];

interface Return {
  /** What the page shows: the wait, a question, or why it did not work. */
  step: 'coming' | 'profile' | 'consents' | 'failed';
  purpose: CameBack['purpose'];
  returnTo: string;
  profile: FullName | null;
  documents: DocumentToAccept[];
  error: unknown;
  busy: boolean;
}

const START: Return = {
  step: 'coming',
  purpose: 'sign_in',
  returnTo: '',
  profile: null,
  documents: [],
  error: null,
  busy: true,
};

/** The answer leaves the address bar before anything else happens: a reload must not hand it over again. */
function takeAnswer(): Record<string, string> {
  const given = new URLSearchParams(window.location.search);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return Object.fromEntries(TOLD.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])));
}

let handing: Promise<CameBack> | null = null;

/** One page, one answer, however often React mounts it. */
function handOver(provider: string): Promise<CameBack> {
  const answer = takeAnswer();
  if (handing === null || Object.keys(answer).length > 0)
    handing = api.post<CameBack>(`/api/sign-in/outside/${provider}/return`, answer);
  return handing;
}

export function useReturn(provider: string, onLinked: () => void) {
  const [now, setNow] = useState(START);
  const patch = (change: Partial<Return>) => setNow((before) => ({ ...before, ...change }));

  const open = async (brought: { profile?: FullName | null; documents?: DocumentToAccept[] }, returnTo: string) => {
    patch({ busy: true, error: null });
    const consents = brought.documents?.map(({ document, version }) => ({ document, version }));
    try {
      const body = { profile: brought.profile ?? undefined, consents };
      enter(await api.post<SignedIn>('/api/sign-in/outside-sessions', body), returnTo);
    } catch (error) {
      const step = asked(error);
      if (step) patch({ profile: brought.profile ?? null, ...step, busy: false });
      else patch({ error, busy: false, ...(brought.documents === undefined ? { step: 'failed' } : {}) });
    }
  };

  const begin = useEffectEvent(async () => {
    try {
      const { purpose, return_to: returnTo } = await handOver(provider);
      patch({ purpose, returnTo });
      if (purpose === 'sign_in') return await open({}, returnTo);
      await api.post('/api/me/sign-in-ways');
      onLinked();
      navigate(returnTo || '/settings/ways', { replace: true });
    } catch (error) {
      patch({ step: 'failed', error, busy: false });
    }
  });
  useEffect(() => void begin(), []);

  const signIn: Asking = {
    flow: now,
    introduce: (profile) => open({ profile, documents: now.documents }, now.returnTo),
    agree: () => open({ profile: now.profile, documents: now.documents }, now.returnTo),
    startAgain: () => navigate('/sign-in', { replace: true }),
  };
  return { now, signIn };
}
