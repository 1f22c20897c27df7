import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { Database } from '../../core/store/database';
import type { Outbox } from './outbox';
import type { SendTask, Task } from './tasks';

/** A tab: its own memory over the device's one store. */
interface Tab {
  outbox: Outbox;
  shown: () => string[];
  database: Database;
}

const ME = 7;
let tabs: Tab[] = [];

/** Each tab has modules of its own, as it has in a browser. */
async function openTab(): Promise<Tab> {
  vi.resetModules();
  const { Outbox: Fresh, useOutbox } = await import('./outbox');
  const { Database: Store } = await import('../../core/store/database');
  const database = new Store(ME);
  await database.open();
  const outbox = new Fresh(database, ME, () => undefined);
  await outbox.load();
  const tab = { outbox, database, shown: () => useOutbox.getState().tasks.map((task) => `${task.id}:${task.state}`) };
  tabs.push(tab);
  return tab;
}

const send = (id: string, order: number, over: Partial<SendTask> = {}): SendTask => ({
  ...{ id, conversation_id: 42, order, state: 'waiting', problem: null, kind: 'send', body: id, reply_to: null },
  ...{ mentions: [], files: [], created_at: '2026-11-22T08:00:00Z' },
  ...over,
});
const react = (id: string, order: number, on: boolean): Task => ({
  ...{ id, conversation_id: 42, order, state: 'waiting', problem: null, kind: 'react' },
  ...{ message_id: 1003, number: 3, emoji: '👍', on },
});
const kept = async (tab: Tab) => (await tab.database.outbox.orderBy('order').toArray()).map((row) => row.id);

beforeEach(() => {
  tabs = [];
});

afterEach(async () => {
  for (const tab of tabs) {
    tab.outbox.close();
    tab.database.close();
  }
  await new Database(ME).delete();
});

it('shows what another tab has added, in the order it was said', async () => {
  const [first, second] = [await openTab(), await openTab()];
  await first.outbox.add(send('a', 1));
  await second.outbox.add(send('b', 2));
  await first.outbox.add(send('c', 3));
  await vi.waitFor(() => {
    expect(first.shown()).toEqual(['a:waiting', 'b:waiting', 'c:waiting']);
    expect(second.shown()).toEqual(['a:waiting', 'b:waiting', 'c:waiting']);
  });
});

it('drops nothing that is added while the other tab’s word is being read', async () => {
  const [first, second] = [await openTab(), await openTab()];
  await second.outbox.add(send('theirs', 1));
  for (let i = 0; i < 20; i += 1) {
    // A reading has begun, and words are added before it has ended.
    const reading = first.outbox.load();
    const adding = first.outbox.add(send(`mine-${i}`, 10 + i));
    expect(first.shown()).toContain(`mine-${i}:waiting`);
    await reading;
    expect(first.shown()).toContain(`mine-${i}:waiting`);
    await adding;
  }
  expect(await kept(first)).toHaveLength(21);
  await vi.waitFor(() => expect(second.shown()).toHaveLength(21));
});

it('does not bring back what another tab has told and taken away', async () => {
  const [sender, other] = [await openTab(), await openTab()];
  await other.outbox.add(send('a', 1));
  await vi.waitFor(() => expect(sender.shown()).toEqual(['a:waiting']));
  await sender.outbox.update('a', (task) => ({ ...task, state: 'done' }));
  await sender.outbox.remove('a');
  // The other tab has not heard of it yet, and writes about a task that is gone.
  await other.outbox.update('a', (task) => ({ ...task, state: 'waiting' }));
  expect(await kept(other)).toEqual([]);
  await vi.waitFor(() => expect(other.shown()).toEqual([]));
});

it('goes on after a reload where it was, with one wish for each thing', async () => {
  const before = await openTab();
  await before.outbox.add(send('a', 1));
  await before.outbox.add(react('on', 2, true));
  await before.outbox.add(react('off', 3, false));
  before.outbox.close();

  const after = await openTab();
  expect(after.shown()).toEqual(['a:waiting', 'off:waiting']);
});

it('writes the message and the end of its draft together', async () => {
  const tab = await openTab();
  const draft = { conversation_id: 42, body: '', reply_to_id: null, reply_to_number: null, stamp: 5, told: 4 };
  await tab.database.drafts.put({ ...draft, body: 'Привет', stamp: 4 });
  const added = tab.outbox.add(send('a', 1), new Map([['f', new Blob(['x'])]]), draft);
  await added;
  expect(await kept(tab)).toEqual(['a']);
  expect((await tab.database.drafts.get(42))?.body).toBe('');
  expect(await tab.database.uploads.count()).toBe(1);
});
