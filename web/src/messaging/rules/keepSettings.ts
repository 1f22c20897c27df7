import { change } from '../../core/store/store';
import { withConversation } from '../../core/store/thread';
import type { ChatSettings, Conversation } from '../../core/store/types';

/** What was changed is known here at once; the stream brings it to the others. */
export function keepSettings(conversation: Conversation, settings: ChatSettings): void {
  change((state) => {
    const known = state.conversations[conversation.id];
    return known === undefined ? state : withConversation(state, { ...known, settings });
  });
}
