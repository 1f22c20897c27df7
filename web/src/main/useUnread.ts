import { isMuted } from '../messaging/muting';
import { useArranged } from '../messaging/order/arrange';

/** How many messages wait in all chats that may be heard. */
export function useUnread(): number {
  return Object.values(useArranged()).reduce((sum, chat) => sum + (isMuted(chat) || chat.archived ? 0 : chat.unread), 0);
}
