import { addRange } from './ranges';
import { EMPTY_THREAD, type State, type Thread } from './state';
import type { Message } from './types';

/** Puts messages into a thread; a message already followed further than `stamp` stays as it is. */
export function putMessages(thread: Thread, incoming: readonly Message[], stamp: number): Thread {
  if (incoming.length === 0) return thread;
  const messages = { ...thread.messages };
  const stamps = { ...thread.stamps };
  for (const message of incoming) {
    if (messages[message.number] !== undefined && (stamps[message.number] ?? 0) > stamp) continue;
    messages[message.number] = message;
    stamps[message.number] = stamp;
  }
  return { ...thread, messages, stamps };
}

/** Changes one message if it is in memory and has not seen this event; last_message follows. */
export function changeMessage(
  state: State,
  conversationId: number,
  number: number,
  seq: number,
  change: (message: Message) => Message,
): State {
  return changeLastMessage(
    changeInThread(state, conversationId, number, seq, change),
    conversationId,
    number,
    seq,
    change,
  );
}

function changeInThread(
  state: State,
  conversationId: number,
  number: number,
  seq: number,
  change: (message: Message) => Message,
): State {
  const thread = state.threads[conversationId];
  const message = thread?.messages[number];
  if (thread === undefined || message === undefined || (thread.stamps[number] ?? 0) >= seq) return state;
  return withThread(state, conversationId, {
    ...thread,
    messages: { ...thread.messages, [number]: change(message) },
    stamps: { ...thread.stamps, [number]: seq },
  });
}

function changeLastMessage(
  state: State,
  conversationId: number,
  number: number,
  seq: number,
  change: (message: Message) => Message,
): State {
  const conversation = state.conversations[conversationId];
  const last = conversation?.last_message;
  if (conversation === undefined || last?.number !== number || conversation.seq >= seq) return state;
  return withConversation(state, { ...conversation, last_message: change(last) });
}

/** Rewrites the quotes of a message in those who answer it. */
export function changeQuotes(
  state: State,
  conversationId: number,
  number: number,
  change: (quote: NonNullable<Message['reply_to']>) => Message['reply_to'],
): State {
  const thread = state.threads[conversationId];
  if (thread === undefined) return state;
  const changed: Record<number, Message> = {};
  for (const message of Object.values(thread.messages)) {
    if (message.reply_to?.number === number) {
      changed[message.number] = { ...message, reply_to: change(message.reply_to) };
    }
  }
  if (Object.keys(changed).length === 0) return state;
  return withThread(state, conversationId, { ...thread, messages: { ...thread.messages, ...changed } });
}

export function threadOf(state: State, conversationId: number): Thread {
  return state.threads[conversationId] ?? EMPTY_THREAD;
}

export function withThread(state: State, conversationId: number, thread: Thread): State {
  return { ...state, threads: { ...state.threads, [conversationId]: thread } };
}

export function withConversation(state: State, conversation: State['conversations'][number]): State {
  return { ...state, conversations: { ...state.conversations, [conversation.id]: conversation } };
}

/** One message known, and its number with it. */
export function putMessage(state: State, message: Message, stamp: number): State {
  const thread = putMessages(threadOf(state, message.conversation_id), [message], stamp);
  return withThread(state, message.conversation_id, {
    ...thread,
    ranges: addRange(thread.ranges, message.number, message.number),
  });
}
