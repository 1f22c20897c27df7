import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { conversation } from '../core/store/sample';
import { emptyState, personStream } from '../core/store/state';
import { change, knowledge, restart } from '../core/store/store';
import { refreshList } from './refresh';

const ME = 1;

/** What the server answers to the list, in turn; each is sent when it is let go. */
let asked: ((list: object[]) => void)[] = [];

beforeEach(() => {
  asked = [];
  restart(emptyState(ME));
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('fetch', () =>
    new Promise((answer) => {
      asked.push((items) => answer(Response.json({ items, people: [], next: null })));
    }),
  );
});

afterEach(() => vi.unstubAllGlobals());

const reach = (seq: number): void => change((state) => ({ ...state, cursors: { ...state.cursors, [personStream(ME)]: seq } }));
const known = (): number[] => Object.keys(knowledge().conversations).map(Number);

it('reads once more when a list under way is older than the stream it was joined at', async () => {
  const first = refreshList();
  reach(6); // the welcome: what happened up to here no event will tell
  const joined = refreshList();
  asked[0]?.([conversation({ id: 41, own_seq: 5 })]);
  await first;
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.([conversation({ id: 41, own_seq: 6 }), conversation({ id: 42, own_seq: 6 })]);
  await joined;
  expect(known()).toEqual([41, 42]);
});

it('reads an empty list once more: it does not say how far it has seen', async () => {
  const first = refreshList();
  const joined = refreshList();
  asked[0]?.([]);
  await first;
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.([conversation({ id: 42, own_seq: 1 })]);
  await joined;
  expect(known()).toEqual([42]);
});

it('is content with a list that has seen as much', async () => {
  const first = refreshList();
  reach(6);
  const joined = refreshList();
  asked[0]?.([conversation({ id: 41, own_seq: 6 })]);
  await Promise.all([first, joined]);
  expect(asked).toHaveLength(1);
});
