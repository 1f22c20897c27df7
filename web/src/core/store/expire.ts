import { tombstone } from './apply-conversation';
import type { KeptMessage } from './database';
import type { State, Thread } from './state';
import { changeQuotes, withConversation, withThread } from './thread';
import type { Conversation, Message } from './types';

const NEVER = Number.POSITIVE_INFINITY;

const dueAt = (message: Message | null | undefined): number =>
  message?.deleted === false && message.content?.expires_at ? Date.parse(message.content.expires_at) : NEVER;

/** When the first of a thread's messages goes; threads are replaced, never changed, so it is reckoned once for each. */
const ofThread = new WeakMap<Thread, number>();

function firstOf(thread: Thread): number {
  const known = ofThread.get(thread);
  if (known !== undefined) return known;
  let first = NEVER;
  for (const message of Object.values(thread.messages)) first = Math.min(first, dueAt(message));
  ofThread.set(thread, first);
  return first;
}

/** When the next message disappears, in ms; Infinity when none does. */
export function nextExpiry(state: State): number {
  let next = NEVER;
  for (const thread of Object.values(state.threads)) next = Math.min(next, firstOf(thread));
  for (const { last_message } of Object.values(state.conversations)) next = Math.min(next, dueAt(last_message));
  return next;
}

/** What was due by then is gone: from its chat, from the list, from the quotes of those who answered. */
export function expire(state: State, now: number): State {
  let after = state;
  for (const [id, thread] of Object.entries(state.threads)) {
    if (firstOf(thread) <= now) after = expireThread(after, Number(id), thread, now);
  }
  for (const conversation of Object.values(after.conversations)) {
    if (dueAt(conversation.last_message) <= now) after = withConversation(after, withoutLast(conversation));
  }
  return after;
}

function expireThread(state: State, id: number, thread: Thread, now: number): State {
  const due = Object.values(thread.messages).filter((message) => dueAt(message) <= now);
  const gone = Object.fromEntries(due.map((message) => [message.number, tombstone(message)]));
  const emptied = withThread(state, id, { ...thread, messages: { ...thread.messages, ...gone } });
  return due.reduce(
    (was, { number }) => changeQuotes(was, id, number, (quote) => ({ ...quote, excerpt: '', deleted: true, attachment: null })),
    emptied,
  );
}

const withoutLast = (was: Conversation): Conversation =>
  was.last_message === null ? was : { ...was, last_message: tombstone(was.last_message) };

/** Rows of the device's copy that have to be written anew because their time was over while nobody looked. */
export function expiredRows(rows: readonly KeptMessage[], now: number): KeptMessage[] {
  const due = rows.filter((row) => dueAt(row.message) <= now);
  if (due.length === 0) return [];
  const numbers = new Set(due.map((row) => `${row.conversation_id}:${row.number}`));
  const changed = new Map(due.map((row) => [row, { ...row, message: tombstone(row.message) }]));
  for (const row of rows) {
    const quote = row.message.reply_to;
    if (quote === null || changed.has(row) || !numbers.has(`${row.conversation_id}:${quote.number}`)) continue;
    changed.set(row, { ...row, message: { ...row.message, reply_to: { ...quote, excerpt: '', deleted: true, attachment: null } } });
  }
  return [...changed.values()];
}

/** Chats of the device's copy whose last message was due. */
export function expiredChats(chats: readonly Conversation[], now: number): Conversation[] {
  return chats.filter((chat) => dueAt(chat.last_message) <= now).map(withoutLast);
}
