import type { Database } from './database';
import { difference, keep } from './keep';
import type { State } from './state';
import { useStore } from './store';

const WRITE_AFTER = 200;

/**
 * Follows the store and writes what changed to the device. A crash loses at most the last moment,
 * and loses the events together with their cursors, so the tail brings them again.
 */
export class Keeper {
  private kept: State;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly database: Database,
    from: State,
  ) {
    this.kept = from;
    this.unsubscribe = useStore.subscribe(() => {
      if (useStore.getState().data !== this.kept) this.timer ??= setTimeout(() => void this.write(), WRITE_AFTER);
    });
    document.addEventListener('visibilitychange', this.leaving);
  }

  /** Writes what is left and stops following. */
  async stop(): Promise<void> {
    this.unsubscribe();
    document.removeEventListener('visibilitychange', this.leaving);
    await this.write();
  }

  private write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const is = useStore.getState().data;
    const was = this.kept;
    if (is === was || is.me !== was.me) return this.writing;
    this.kept = is;
    this.writing = this.writing.then(() => keep(this.database, difference(was, is))).catch(() => undefined);
    return this.writing;
  }

  private readonly leaving = (): void => {
    if (document.visibilityState === 'hidden') void this.write();
  };
}
