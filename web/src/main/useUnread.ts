import { useStore } from '../core/store/store';

/** How many messages wait in all chats that are not muted. */
export function useUnread(): number {
  return useStore(({ data }) =>
    Object.values(data.conversations).reduce((sum, chat) => sum + (chat.muted_until ? 0 : chat.unread), 0),
  );
}
