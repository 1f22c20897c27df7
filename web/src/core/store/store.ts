import { create } from 'zustand';
import type { LiveStatus } from '../live/connection';
import type { Presence } from '../live/frames';
import { emptyState, type State } from './state';

/** What is true only now: it is whispered, shown, and never kept. */
export interface Now {
  status: LiveStatus;
  presence: Readonly<Record<number, Presence>>;
  /** How many are in the network, per open conversation. */
  online: Readonly<Record<number, number>>;
  /** Who types where, and until when that is believed (ms of the clock). */
  typing: Readonly<Record<number, Readonly<Record<number, number>>>>;
  /** The list of conversations: whether it came from the server at least once. */
  list: 'waiting' | 'ready' | 'failed';
}

export interface Store {
  data: State;
  now: Now;
}

const NOBODY: Now = { status: 'stopped', presence: {}, online: {}, typing: {}, list: 'waiting' };

export const useStore = create<Store>(() => ({ data: emptyState(0), now: NOBODY }));

/** The only way to change what is known: a pure function of what was. */
export function change(how: (state: State) => State): void {
  useStore.setState((store) => {
    const data = how(store.data);
    return data === store.data ? store : { ...store, data };
  });
}

export function changeNow(how: (now: Now) => Partial<Now>): void {
  useStore.setState((store) => ({ ...store, now: { ...store.now, ...how(store.now) } }));
}

/** Everything forgotten, for whoever comes next to this screen. */
export function restart(data: State): void {
  useStore.setState({ data, now: NOBODY });
}

export const knowledge = (): State => useStore.getState().data;
