/** Who sits at this screen: known from the server, remembered for an offline start, forgotten at sign-out. */
import { create } from 'zustand';

import { api, rememberCsrf, speak, whenSessionEnds } from '../core/api/client';
import { ApiError, isProblem } from '../core/api/error';
import { queries } from '../core/api/query';
import type { Me, ServerSettings, SignedIn } from '../core/api/types';
import { asLanguage, useLanguage } from '../core/i18n/language';
import { navigate } from '../core/navigation/router';

const KEY = 'parta.me';
/** Milliseconds; a good line answers several times within it. */
const PATIENCE = 1200;

interface SessionState {
  /** `unknown` until the server or, offline, this device has answered; `limited` while a second factor is lacking. */
  state: 'unknown' | 'out' | 'limited' | 'in' | 'unreachable';
  me: Me | null;
  settings: ServerSettings | null;
}

export const useSession = create<SessionState>(() => ({ state: 'unknown', me: null, settings: null }));

/** The signed-in person; only for components that stand behind the door. */
export function useMe(): Me {
  const me = useSession((session) => session.me);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Where somebody was going when the door stopped them. */
let wanted: string | null = null;

/** Kept across a way through another service, which takes the whole page. */
export const wantedPlace = () => wanted;

/** `staysHere`: the device goes on with its session, only as another profile. */
type Farewell = (staysHere: boolean) => Promise<unknown>;
const farewells = new Set<Farewell>();

/** Higher rooms forget their copies here before the next person sits down. */
export function beforeLeaving(farewell: Farewell): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

export async function openSession(): Promise<void> {
  void loadSettings();
  const early = setTimeout(startEarly, PATIENCE);
  try {
    adopt(await api.get<Me>('/api/me').finally(() => clearTimeout(early)));
  } catch (error) {
    const passing = error instanceof ApiError && error.passing;
    const known = passing ? remembered() : null;
    if (known) adopt(known);
    else if (passing) useSession.setState({ state: 'unreachable', me: null });
    else if (isProblem(error, 'second_factor_first')) limit(error.problem['csrf']);
    else {
      wanted = placeOf(window.location);
      await forget();
    }
  }
}

/** The server takes its time: whoever was here is shown what this device has, as without a network, until it answers. */
function startEarly(): void {
  const known = remembered();
  if (known && useSession.getState().state === 'unknown') adopt(known);
}

/** A place behind the door, if the address bar names one. */
function placeOf({ pathname, search }: Location): string | null {
  return /^\/(chats|people|school|settings|join|join-school)(\/|$)/.test(pathname) ? pathname + search : null;
}

export async function loadSettings(): Promise<void> {
  const settings = await api.get<ServerSettings>('/api/settings').catch(() => null);
  if (settings) useSession.setState({ settings });
}

export function enter({ csrf, person }: SignedIn, to = ''): void {
  if (!person) {
    wanted = to || wanted;
    limit(csrf);
    return navigate('/sign-in', { replace: true });
  }
  adopt({ ...person, csrf });
  navigate(to || (wanted ?? '/chats'), { replace: true });
  wanted = null;
}

/** Between the code and the rooms: nothing is known here but the token to go on with. */
function limit(csrf: unknown): void {
  rememberCsrf(csrf as string);
  wanted ??= placeOf(window.location);
  useSession.setState({ state: 'limited', me: null });
}

/** The second factor was shown, or set up: on to where somebody was going. */
export async function goOn(): Promise<void> {
  await openSession();
  if (useSession.getState().state !== 'in') return;
  navigate(wanted ?? '/chats', { replace: true });
  wanted = null;
}

/** Reads `me` again, because roles, documents or settings changed. */
export async function refreshMe(): Promise<void> {
  adopt(await api.get<Me>('/api/me'));
}

export function adopt(me: Me): void {
  const was = useSession.getState().me;
  // The school has said meanwhile who this is in its roster.
  if (was && was.id !== me.id) return void startAnew(window.location.pathname, true);
  rememberCsrf(me.csrf);
  speak(me.locale);
  useLanguage.getState().choose(asLanguage(me.locale));
  localStorage.setItem(KEY, JSON.stringify(me));
  useSession.setState({ state: 'in', me });
}

/** Ends the session on the server and every trace of it here; whoever signs in next goes on at `next`. */
export async function leave(next: string | null = null): Promise<void> {
  await api.delete('/api/me/session');
  await forget();
  wanted = next;
  navigate('/sign-in', { replace: true });
}

/** This browser has become somebody else on the server: nothing of who was here stays. */
export async function startAnew(path: string, staysHere = false): Promise<void> {
  await forget(staysHere);
  window.location.replace(path);
}

async function forget(staysHere = false): Promise<void> {
  rememberCsrf(null);
  localStorage.removeItem(KEY);
  queries.clear();
  await Promise.allSettled([...farewells].map((farewell) => farewell(staysHere)));
  useSession.setState({ state: 'out', me: null });
}

function remembered(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

whenSessionEnds((why) => {
  if (useSession.getState().state !== 'in') return;
  if (why.code === 'second_factor_first') limit(why.problem['csrf']);
  else void forget();
});
