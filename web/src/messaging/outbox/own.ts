import { api } from '../../core/api/client';
import type { OwnTask } from './tasks';

const PLACES = { pinned: 'pinned-chats', archived: 'archived-chats', marked: 'unread-marks' } as const;

/** Tells the server how I want my chats to stand. */
export async function tellOwn({ id, conversation_id, wish }: OwnTask): Promise<void> {
  const once = { idempotencyKey: id };
  if (wish.what === 'muted') {
    await api.put(`/api/conversations/${conversation_id}/mute`, { until: wish.until, mentions_pass: wish.mentions_pass ?? false }, once);
  } else if (wish.what === 'order') {
    await api.put('/api/me/pinned-chats', { conversation_ids: wish.ids }, once);
  } else {
    const place = `/api/me/${PLACES[wish.what]}/${conversation_id}`;
    await (wish.on ? api.put(place, undefined, once) : api.delete(place, once));
  }
}
