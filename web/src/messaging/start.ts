import type { Me } from '../core/api/types';
import { Live } from '../core/live/live';
import { deleteDatabases, openDatabase, type Database } from '../core/store/database';
import { recall } from '../core/store/keep';
import { Keeper } from '../core/store/keeper';
import { emptyState } from '../core/store/state';
import { changeNow, restart } from '../core/store/store';
import { dropDrafts, loadDrafts } from './compose/drafts';
import { startExpiring } from './expiring';
import { hooks } from './hear';
import { Outbox } from './outbox/outbox';
import { Runner } from './outbox/runner';
import { forgetWanted } from './people';
import { refreshList } from './refresh';
import { session, setSession } from './session';
import { forgetKept } from './voice/kept';
import { silence } from './voice/nowPlaying';

/** Shows what this device remembers of the person, then catches up with the server. Calling it twice starts once. */
export async function startMessaging(me: Me): Promise<void> {
  const running = session();
  if (running?.me === me.id) return;
  if (running !== null) await halt();
  const database = await openDatabase(me.id);
  // A chat that is shown before its draft is there would show an empty field, and write over what was begun.
  const [remembered] = await Promise.all([recallOrEmpty(database, me.id), loadDrafts(database)]);
  restart(remembered);
  if (Object.keys(remembered.conversations).length > 0) changeNow(() => ({ list: 'ready' }));
  const outbox = new Outbox(database, me.id, () => session()?.runner.run());
  const live = new Live(liveUrl(), hooks);
  const runner = new Runner(outbox, database, () => session()?.live ?? null);
  const keeper = database === null ? null : new Keeper(database, remembered);
  setSession({ me: me.id, database, keeper, live, outbox, runner });
  stopExpiring = startExpiring();
  await outbox.load();
  runner.start(me.id);
  live.start();
  if (Object.keys(remembered.conversations).length === 0) void refreshList();
}

/** Ends the live connection and forgets every local copy: school computers are shared. */
export async function stopMessaging(): Promise<void> {
  await halt();
  await deleteDatabases();
}

let stopExpiring = (): void => undefined;

async function halt(): Promise<void> {
  stopExpiring();
  const was = session();
  setSession(null);
  if (was !== null) {
    was.runner.stop();
    was.live.stop();
    await was.keeper?.stop();
    was.outbox.close();
    was.database?.close();
  }
  forgetWanted();
  dropDrafts();
  forgetKept();
  void silence();
  restart(emptyState(0));
}

async function recallOrEmpty(database: Database | null, me: number) {
  const empty = emptyState(me);
  if (database === null) return empty;
  return recall(database, empty).catch(() => empty);
}

function liveUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`;
}
