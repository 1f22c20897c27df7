import { forgetConversation } from './apply-person';
import { addRange } from './ranges';
import { conversationStream, type State } from './state';
import { putMessages, threadOf, withConversation, withThread } from './thread';
import type { Conversation, MessagePage, PersonBrief } from './types';

/** A conversation as the server sees it; what this client has followed further stays. */
export function mergeConversation(state: State, fresh: Conversation): State {
  const known = state.conversations[fresh.id];
  if (known !== undefined && known.seq > fresh.seq) {
    const others_read_number = Math.max(known.others_read_number, fresh.others_read_number);
    return withConversation(state, { ...known, others_read_number, ...ownPart(fresh, known) });
  }
  const read_number = Math.max(fresh.read_number, known?.read_number ?? 0);
  const merged = {
    ...fresh,
    read_number,
    unread: Math.max(0, fresh.last_number - read_number),
    others_read_number: Math.max(fresh.others_read_number, known?.others_read_number ?? 0),
    ...ownPart(fresh, known),
  };
  return startStream(withConversation(state, merged), fresh);
}

/** What is mine alone follows another stream than what all see, so it has a position of its own. */
function ownPart(fresh: Conversation, known: Conversation | undefined) {
  const from = known !== undefined && (known.own_seq ?? 0) > fresh.own_seq ? known : fresh;
  const { archived, pinned, marked_unread, muted_until, mentions_pass, scheduled, write_ban, waiting, own_seq } = from;
  return { archived, pinned, marked_unread, muted_until, mentions_pass, scheduled, write_ban, waiting, own_seq };
}

/** A stream nobody has told us about starts where the snapshot was taken. */
function startStream(state: State, fresh: Conversation): State {
  const stream = conversationStream(fresh.id);
  if (state.cursors[stream] !== undefined) return state;
  return { ...state, cursors: { ...state.cursors, [stream]: fresh.seq } };
}

/** The whole list arrived: conversations known before it began and absent from it are gone. */
export function mergeList(state: State, items: readonly Conversation[], knownBefore: readonly number[]): State {
  const listed = new Set(items.map((item) => item.id));
  const merged = items.reduce(mergeConversation, state);
  return knownBefore.filter((id) => !listed.has(id)).reduce(forgetConversation, merged);
}

export function mergePeople(state: State, people: readonly PersonBrief[]): State {
  if (people.length === 0) return state;
  const known = { ...state.people };
  for (const person of people) known[person.id] = person;
  return { ...state, people: known };
}

export interface PageQuery {
  before?: number;
  after?: number;
  around?: number;
  limit: number;
}

/** A page of history: its numbers are dense, so everything between its ends becomes known. */
export function mergePage(state: State, conversationId: number, page: MessagePage, query: PageQuery): State {
  const withPeople = mergePeople(state, page.people ?? []);
  const was = threadOf(state, conversationId);
  const first = page.items[0]?.number;
  const last = page.items[page.items.length - 1]?.number;
  let { ranges, floor } = was;
  if (first !== undefined && last !== undefined) ranges = addRange(ranges, first, last);
  const downwards = query.after === undefined && query.around === undefined;
  if (downwards && page.items.length < query.limit) floor = first ?? query.before ?? 1;
  if (first === 1) floor = 1;
  const thread = putMessages(was, page.items, page.seq);
  return withThread(withPeople, conversationId, { ...thread, ranges, floor });
}

/** After a reset the history in memory may have holes in its edits: it is asked for anew. */
export function resetThread(state: State, conversationId: number): State {
  const { [conversationId]: _gone, ...threads } = state.threads;
  const conversation = state.conversations[conversationId];
  const stale = { ...state, threads };
  return conversation === undefined ? stale : withConversation(stale, { ...conversation, seq: 0 });
}

/** Others' pointers as they are whispered; the furthest one decides the double check. */
export function mergeReaders(
  state: State,
  conversationId: number,
  readers: readonly (readonly [number, number])[],
): State {
  const conversation = state.conversations[conversationId];
  if (conversation === undefined) return state;
  const others = readers.filter(([person]) => person !== state.me).map(([, number]) => number);
  const others_read_number = Math.max(conversation.others_read_number, ...others);
  if (others_read_number === conversation.others_read_number) return state;
  return withConversation(state, { ...conversation, others_read_number });
}
