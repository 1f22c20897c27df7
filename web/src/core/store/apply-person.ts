import { hide } from './apply-conversation';
import { conversationStream, type State } from './state';
import { withConversation, withThread } from './thread';
import type { Conversation, PersonEvent } from './types';

/** One event of my own stream; the kinds that only make the client ask for something change nothing here. */
export function applyToPerson(state: State, event: PersonEvent): State {
  switch (event.kind) {
    case 'conversation_left':
      return forgetConversation(state, event.conversation_id);
    case 'reading_moved':
      return change(state, event.conversation_id, (was) => readUpTo(state, was, event.number));
    case 'message_hidden':
      return hideMessage(state, event.conversation_id, event.number);
    case 'muted':
      return change(state, event.conversation_id, (was) => ({ ...was, muted_until: event.until }));
    default:
      return state;
  }
}

/** Nothing of a conversation stays, not even where its stream was. */
export function forgetConversation(state: State, id: number): State {
  const { [id]: _conversation, ...conversations } = state.conversations;
  const { [id]: _thread, ...threads } = state.threads;
  const { [conversationStream(id)]: _cursor, ...cursors } = state.cursors;
  return { ...state, conversations, threads, cursors };
}

/** My pointer only moves forward; the mention mark goes when no unread message mentions me. */
export function readUpTo(state: State, conversation: Conversation, number: number): Conversation {
  const read_number = Math.max(conversation.read_number, number);
  const unread = Math.max(0, conversation.last_number - read_number);
  const mentioned = conversation.mentioned && unread > 0 && mayMentionAfter(state, conversation, read_number);
  return { ...conversation, read_number, unread, mentioned };
}

function mayMentionAfter(state: State, conversation: Conversation, number: number): boolean {
  const messages = state.threads[conversation.id]?.messages ?? {};
  for (let at = number + 1; at <= conversation.last_number; at += 1) {
    const message = messages[at];
    if (message === undefined || message.mentions.includes(state.me)) return true;
  }
  return false;
}

function hideMessage(state: State, id: number, number: number): State {
  const hidden = change(state, id, (was) =>
    was.last_message?.number === number ? { ...was, last_message: hide(was.last_message) } : was,
  );
  const thread = hidden.threads[id];
  const message = thread?.messages[number];
  if (thread === undefined || message === undefined) return hidden;
  return withThread(hidden, id, { ...thread, messages: { ...thread.messages, [number]: hide(message) } });
}

function change(state: State, id: number, how: (was: Conversation) => Conversation): State {
  const conversation = state.conversations[id];
  return conversation === undefined ? state : withConversation(state, how(conversation));
}
