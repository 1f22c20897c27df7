import type { Live } from '../core/live/live';
import type { Database } from '../core/store/database';
import type { Keeper } from '../core/store/keeper';
import type { Outbox } from './outbox/outbox';
import type { Runner } from './outbox/runner';

/** What runs while somebody is signed in. */
export interface Session {
  me: number;
  database: Database | null;
  keeper: Keeper | null;
  live: Live;
  outbox: Outbox;
  runner: Runner;
}

let current: Session | null = null;

export const session = (): Session | null => current;

export function setSession(next: Session | null): void {
  current = next;
}
