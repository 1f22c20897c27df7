import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Folders } from './state';
import type { Conversation, Message, PersonBrief } from './types';

export interface KeptMessage {
  conversation_id: number;
  number: number;
  stamp: number;
  message: Message;
}

export interface KeptDraft {
  conversation_id: number;
  body: string;
  reply_to_id: number | null;
  reply_to_number: number | null;
  /** When it was written (ms), never behind a stamp this device has seen. */
  stamp: number;
  /** The stamp that the server is known to have: what is written after it has still to be told. */
  told: number;
}

/** Single things of one's own: folders. */
export interface KeptOwn {
  key: 'folders';
  value: Folders;
}

/** One thing waiting to be told to the server; what it is, messaging knows. */
export interface KeptTask {
  id: string;
  order: number;
  task: unknown;
}

/** The bytes of an attachment that has not reached the server yet. */
export interface KeptUpload {
  id: string;
  blob: Blob;
  url: string | null;
}

/** The device's copy of one person's messaging. A database per person: nobody opens another's. */
export class Database extends Dexie {
  conversations!: EntityTable<Conversation, 'id'>;
  messages!: Table<KeptMessage, [number, number]>;
  people!: EntityTable<PersonBrief, 'id'>;
  cursors!: EntityTable<{ stream: string; seq: number }, 'stream'>;
  drafts!: EntityTable<KeptDraft, 'conversation_id'>;
  outbox!: EntityTable<KeptTask, 'id'>;
  uploads!: EntityTable<KeptUpload, 'id'>;
  own!: EntityTable<KeptOwn, 'key'>;

  constructor(personId: number) {
    super(nameOf(personId));
    this.version(1).stores({
      conversations: 'id',
      messages: '[conversation_id+number], conversation_id',
      people: 'id',
      cursors: 'stream',
      drafts: 'conversation_id',
      outbox: 'id, order',
      uploads: 'id',
    });
    this.version(2).stores({ own: 'key' });
  }
}

const PREFIX = 'parta-person-';
const nameOf = (personId: number): string => `${PREFIX}${personId}`;

/** null where the browser keeps nothing (private windows, full disks): messaging then lives in memory. */
export async function openDatabase(personId: number): Promise<Database | null> {
  const database = new Database(personId);
  try {
    await database.open();
    return database;
  } catch {
    return null;
  }
}

/** School computers are shared: after sign-out nothing of anybody stays. */
export async function deleteDatabases(): Promise<void> {
  const names = await Dexie.getDatabaseNames().catch(() => []);
  const ours = names.filter((name) => name.startsWith(PREFIX));
  await Promise.all(ours.map((name) => Dexie.delete(name).catch(() => undefined)));
}
