import { applyToConversation } from './apply-conversation';
import { applyToPerson } from './apply-person';
import { streamId, type State } from './state';
import type { ConversationEvent, PersonEvent, StreamEvent } from './types';

/**
 * The state after one event of a stream. Pure; an event at or below the stream's cursor changes nothing,
 * so that a tail delivered twice is harmless.
 */
export function apply(state: State, stream: string, seq: number, event: StreamEvent): State {
  const known = state.cursors[stream];
  if (known !== undefined && seq <= known) return state;
  const followed: State = { ...state, cursors: { ...state.cursors, [stream]: seq } };
  const conversationId = streamId(stream, 'conversation');
  if (conversationId !== null) {
    return stampConversation(
      applyToConversation(followed, conversationId, seq, event as ConversationEvent),
      conversationId,
      seq,
    );
  }
  return streamId(stream, 'person') === state.me ? applyToPerson(followed, event as PersonEvent) : followed;
}

/** A conversation's copy remembers how far it has followed, and never goes back. */
function stampConversation(state: State, conversationId: number, seq: number): State {
  const conversation = state.conversations[conversationId];
  if (conversation === undefined || conversation.seq >= seq) return state;
  return { ...state, conversations: { ...state.conversations, [conversationId]: { ...conversation, seq } } };
}
