import { expect, it } from 'vitest';

import { apply } from './apply';
import recording from './fixtures/recorded.json';
import { mergeList, mergePage, mergeReaders } from './merge';
import { emptyState, snapshotOf, type State } from './state';
import type { Conversation, MessagePage, StreamEvent } from './types';

interface Served {
  conversations: Conversation[];
  pages: Record<string, MessagePage>;
}

type Frame =
  | { op: 'event'; stream: string; seq: number; event: StreamEvent }
  | { op: 'reading'; conversation_id: number; readers: [number, number][] }
  | { op: 'closed' | 'opened' };

const before = recording.before as unknown as Served;
const after = recording.after as unknown as Served;
const frames = recording.frames as unknown as Frame[];

/** What the client keeps after it has asked for everything. */
function load(served: Served): State {
  const listed = mergeList(emptyState(recording.me), served.conversations, []);
  return Object.entries(served.pages).reduce(
    (state, [id, page]) => mergePage(state, Number(id), page, { limit: 50 }),
    listed,
  );
}

function follow(state: State, frame: Frame): State {
  if (frame.op === 'event') return apply(state, frame.stream, frame.seq, frame.event);
  if (frame.op === 'reading') return mergeReaders(state, frame.conversation_id, frame.readers);
  return state;
}

// Recorded from the server by tests/live/test_recorded.py, which fails when the server does otherwise.
it('reaches the new snapshot from the old one by the events between them', () => {
  expect(snapshotOf(load(before))).not.toEqual(snapshotOf(load(after)));
  const state = frames.reduce(follow, load(before));
  expect(snapshotOf(state)).toEqual(snapshotOf(load(after)));
});

it('bears every event twice, and a snapshot taken in the middle', () => {
  const half = Math.floor(frames.length / 2);
  const twice = [...frames.slice(0, half), ...frames.slice(0, half), ...frames.slice(half)];
  expect(snapshotOf(twice.reduce(follow, load(before)))).toEqual(snapshotOf(load(after)));
  expect(snapshotOf(frames.reduce(follow, load(after)))).toEqual(snapshotOf(load(after)));
});
