import type { Conversation, Folder, Message, PersonBrief } from './types';
import type { Range } from './ranges';

/** The messages of one conversation that are in memory. */
export interface Thread {
  messages: Readonly<Record<number, Message>>;
  /** How far each message has followed the stream: an event not newer is already inside it. */
  stamps: Readonly<Record<number, number>>;
  ranges: readonly Range[];
  /** The lowest number there is for me, once it has been reached. */
  floor: number | null;
}

/** My folders and how they stand: own ones by id, ready-made ones by name. */
export interface Folders {
  own: Readonly<Record<number, Folder>>;
  tabs: readonly string[];
  hidden: readonly string[];
  /** How far they have followed my stream; null until they came from the server once. */
  seq: number | null;
}

/** Everything messaging knows, normalised; replaced, never mutated. */
export interface State {
  me: number;
  conversations: Readonly<Record<number, Conversation>>;
  threads: Readonly<Record<number, Thread>>;
  people: Readonly<Record<number, PersonBrief>>;
  /** Last seq applied per stream. */
  cursors: Readonly<Record<string, number>>;
  /** Grows with every change of the members, so that lists of them know to ask again. */
  memberChanges: Readonly<Record<number, number>>;
  /** The same for what is pinned. */
  pinChanges: Readonly<Record<number, number>>;
  folders: Folders;
}

export const NO_FOLDERS: Folders = { own: {}, tabs: [], hidden: [], seq: null };

export const EMPTY_THREAD: Thread = { messages: {}, stamps: {}, ranges: [], floor: null };

export function emptyState(me: number): State {
  return { me, conversations: {}, threads: {}, people: {}, cursors: {}, memberChanges: {}, pinChanges: {}, folders: NO_FOLDERS };
}

export const conversationStream = (id: number): string => `conversation:${id}`;
export const personStream = (id: number): string => `person:${id}`;

/** The number of "conversation:42" or of "person:7"; null for the streams of other kinds. */
export function streamId(stream: string, of: 'conversation' | 'person'): number | null {
  const [kind, id] = stream.split(':');
  return kind === of && id !== undefined && /^\d+$/.test(id) ? Number(id) : null;
}

/** The form in which a server's snapshot and the client's state are compared by the tests. */
export interface Snapshot {
  conversations: Conversation[];
  messages: Record<number, Message[]>;
  folders: Omit<Folders, 'seq'>;
}

export function snapshotOf(state: State): Snapshot {
  const conversations = Object.values(state.conversations)
    // How far a copy has followed my own stream is no part of what it says.
    .map((conversation) => ({ ...conversation, own_seq: 0 }))
    .sort((a, b) => a.id - b.id);
  const messages: Record<number, Message[]> = {};
  for (const [id, thread] of Object.entries(state.threads)) {
    messages[Number(id)] = Object.values(thread.messages).sort((a, b) => a.number - b.number);
  }
  const { own, tabs, hidden } = state.folders;
  return { conversations, messages, folders: { own, tabs, hidden } };
}
