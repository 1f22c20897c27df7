import { serverNow } from '../live/clock';
import { expiredChats, expiredRows } from './expire';
import { lastRange } from './ranges';
import { conversationStream, type State, type Thread } from './state';
import type { Database, KeptMessage } from './database';
import type { Conversation } from './types';

/** How much of each conversation stays on the device. */
export const KEPT_MESSAGES = 200;

export interface Difference {
  conversations: State['conversations'][number][];
  goneConversations: number[];
  messages: KeptMessage[];
  people: State['people'][number][];
  cursors: { stream: string; seq: number }[];
  goneCursors: string[];
  /** Given when they changed. */
  folders: State['folders'] | null;
  /** Below this number the device forgets, per conversation. */
  forgetBelow: [conversation: number, number: number][];
}

/** What has to be written so that a copy of `was` becomes a copy of `is`. */
export function difference(was: State, is: State): Difference {
  const conversations = changedValues(was.conversations, is.conversations);
  const people = changedValues(was.people, is.people);
  const cursors = Object.entries(is.cursors)
    .filter(([stream, seq]) => was.cursors[stream] !== seq)
    .map(([stream, seq]) => ({ stream, seq }));
  const threads = Object.keys(is.threads)
    .map(Number)
    .filter((id) => was.threads[id] !== is.threads[id]);
  return {
    conversations,
    goneConversations: goneKeys(was.conversations, is.conversations).map(Number),
    messages: threads.flatMap((id) => changedMessages(id, was.threads[id], is.threads[id])),
    people,
    cursors,
    goneCursors: goneKeys(was.cursors, is.cursors),
    folders: was.folders === is.folders ? null : is.folders,
    forgetBelow: threads.flatMap((id): [number, number][] => {
      const edge = lowestKept(is.threads[id]);
      return edge !== lowestKept(was.threads[id]) ? [[id, edge]] : [];
    }),
  };
}

/** One transaction: a batch of events and the cursors that say it was heard are never apart. */
export async function keep(database: Database, { ...what }: Difference): Promise<void> {
  const { conversations, messages, people, cursors, own } = database;
  await database.transaction('rw', [conversations, messages, people, cursors, own], async () => {
    for (const id of what.goneConversations) {
      await messages.where('conversation_id').equals(id).delete();
    }
    for (const [id, edge] of what.forgetBelow) {
      await messages.where('[conversation_id+number]').between([id, 0], [id, edge]).delete();
    }
    await conversations.bulkDelete(what.goneConversations);
    await cursors.bulkDelete(what.goneCursors);
    await conversations.bulkPut(what.conversations);
    await messages.bulkPut(what.messages);
    await people.bulkPut(what.people);
    await cursors.bulkPut(what.cursors);
    if (what.folders !== null) await own.put({ key: 'folders', value: what.folders });
  });
}

/** What this device remembers of a person, as far as it hangs together. */
export async function recall(database: Database, empty: State): Promise<State> {
  const [conversations, messages, people, cursors, folders] = await database.transaction(
    'r',
    [database.conversations, database.messages, database.people, database.cursors, database.own],
    () =>
      Promise.all([
        database.conversations.toArray(),
        database.messages.toArray(),
        database.people.toArray(),
        database.cursors.toArray(),
        database.own.get('folders'),
      ]),
  );
  await purge(database, conversations, messages);
  const state = {
    ...empty,
    conversations: Object.fromEntries(conversations.map((row) => [row.id, row])),
    people: Object.fromEntries(people.map((row) => [row.id, row])),
    cursors: Object.fromEntries(cursors.map((row) => [row.stream, row.seq])),
    threads: recallThreads(messages),
    folders: folders?.value ?? empty.folders,
  };
  return { ...state, cursors: oldestCursors(state) };
}

/** What disappeared while nobody looked leaves the device before anything is shown; the rows given change with it. */
async function purge(database: Database, conversations: Conversation[], messages: KeptMessage[]): Promise<void> {
  const rows = expiredRows(messages, serverNow());
  const chats = expiredChats(conversations, serverNow());
  for (const row of rows) {
    const at = messages.findIndex((was) => was.conversation_id === row.conversation_id && was.number === row.number);
    messages[at] = row;
  }
  for (const chat of chats) conversations[conversations.findIndex((was) => was.id === chat.id)] = chat;
  await Promise.all([database.messages.bulkPut(rows), database.conversations.bulkPut(chats)]);
}

function recallThreads(rows: readonly KeptMessage[]): State['threads'] {
  const threads: Record<number, { messages: Thread['messages'][]; rows: KeptMessage[] }> = {};
  for (const row of rows) (threads[row.conversation_id] ??= { messages: [], rows: [] }).rows.push(row);
  return Object.fromEntries(Object.entries(threads).map(([id, thread]) => [id, tailOf(thread.rows)]));
}

/** Only the unbroken tail is taken: holes below it are asked for when somebody scrolls there. */
function tailOf(rows: readonly KeptMessage[]): Thread {
  const sorted = [...rows].sort((a, b) => a.number - b.number);
  let from = sorted.length - 1;
  while (from > 0 && sorted[from - 1]?.number === (sorted[from]?.number ?? 0) - 1) from -= 1;
  const tail = sorted.slice(Math.max(0, from));
  const first = tail[0]?.number;
  return {
    messages: Object.fromEntries(tail.map((row) => [row.number, row.message])),
    stamps: Object.fromEntries(tail.map((row) => [row.number, row.stamp])),
    ranges: first === undefined ? [] : [[first, first + tail.length - 1]],
    floor: first === 1 ? 1 : null,
  };
}

/** Two tabs may have written in turn: a conversation behind its cursor asks for its tail again. */
function oldestCursors(state: State): State['cursors'] {
  const cursors = { ...state.cursors };
  for (const conversation of Object.values(state.conversations)) {
    const stream = conversationStream(conversation.id);
    const at = cursors[stream];
    if (at !== undefined && conversation.seq < at) cursors[stream] = conversation.seq;
  }
  return cursors;
}

function changedMessages(id: number, was: Thread | undefined, is: Thread | undefined): KeptMessage[] {
  const edge = lowestKept(is);
  return Object.values(is?.messages ?? {})
    .filter((message) => message.number >= edge && was?.messages[message.number] !== message)
    .map((message) => ({
      conversation_id: id,
      number: message.number,
      stamp: is?.stamps[message.number] ?? 0,
      message,
    }));
}

function lowestKept(thread: Thread | undefined): number {
  const tail = lastRange(thread?.ranges ?? []);
  return tail === null ? 0 : Math.max(tail[0], tail[1] - KEPT_MESSAGES + 1);
}

function changedValues<T>(was: Readonly<Record<number, T>>, is: Readonly<Record<number, T>>): T[] {
  if (was === is) return [];
  return Object.entries(is)
    .filter(([key, value]) => was[Number(key)] !== value)
    .map(([, value]) => value);
}

function goneKeys(was: object, is: object): string[] {
  return was === is ? [] : Object.keys(was).filter((key) => !(key in is));
}
