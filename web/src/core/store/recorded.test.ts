import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';

import { apply } from './apply';
import { changePoll } from './apply-conversation';
import { changeOwn } from './apply-person';
import recording from './fixtures/recorded.json';
import { mergeList, mergePage, mergeReaders } from './merge';
import { emptyState, snapshotOf, type State } from './state';
import type { Conversation, Folder, MessagePage, Poll, StreamEvent } from './types';

interface Served {
  conversations: Conversation[];
  pages: Record<string, MessagePage>;
  folders: { items: Folder[]; tabs: string[]; hidden: string[]; seq: number };
}

type Frame =
  | { op: 'event'; stream: string; seq: number; event: StreamEvent }
  | { op: 'reading'; conversation_id: number; readers: [number, number][] }
  // What a device asks for when it hears that I voted: a quiz tells me more now, an anonymous poll tells nobody else.
  | { op: 'asked'; conversation_id: number; number: number; poll: Poll }
  | { op: 'closed' | 'opened' };

const before = recording.before as unknown as Served;
const after = recording.after as unknown as Served;
const frames = recording.frames as unknown as Frame[];

/** What the client keeps after it has asked for everything. */
function load(served: Served, was: State = emptyState(recording.me)): State {
  const { items, tabs, hidden, seq } = served.folders;
  const own = Object.fromEntries(items.map((folder) => [folder.id, folder]));
  const known = { ...was, folders: { own, tabs, hidden, seq } };
  const listed = mergeList(known, served.conversations, Object.keys(was.conversations).map(Number));
  return Object.entries(served.pages).reduce(
    (state, [id, page]) => mergePage(state, Number(id), page, { limit: 50 }),
    listed,
  );
}

function follow(state: State, frame: Frame): State {
  if (frame.op === 'event') return apply(state, frame.stream, frame.seq, frame.event);
  if (frame.op === 'asked') return changeOwn(state, frame.conversation_id, frame.number, changePoll(frame.poll));
  if (frame.op === 'reading') return mergeReaders(state, frame.conversation_id, frame.readers);
  return state;
}

/** What was asked for is asked anew; nobody is told it twice, or late. */
const isTold = ({ op }: Frame): boolean => op !== 'asked';

// Recorded from the server by tests/live/test_recorded.py, which fails when the server does otherwise.
it('reaches the new snapshot from the old one by the events between them', () => {
  expect(snapshotOf(load(before))).not.toEqual(snapshotOf(load(after)));
  const state = frames.reduce(follow, load(before));
  expect(snapshotOf(state)).toEqual(snapshotOf(load(after)));
});

it('bears every event twice, and a snapshot taken in the middle', () => {
  const half = Math.floor(frames.length / 2);
  const twice = [...frames.slice(0, half), ...frames.slice(0, half).filter(isTold), ...frames.slice(half)];
  expect(snapshotOf(twice.reduce(follow, load(before)))).toEqual(snapshotOf(load(after)));
  expect(snapshotOf(frames.filter(isTold).reduce(follow, load(after)))).toEqual(snapshotOf(load(after)));
});

it('may meet the new snapshot after any of the events, and hear the others later', () => {
  const told = frames.filter(isTold);
  const wrong = told.flatMap((_, met) => {
    const early = told.slice(0, met).reduce(follow, load(before));
    const state = told.slice(met).reduce(follow, load(after, early));
    return isDeepStrictEqual(snapshotOf(state), snapshotOf(load(after))) ? [] : [met];
  });
  expect(wrong).toEqual([]);
});
