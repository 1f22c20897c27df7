import { api } from '../core/api/client';
import { mergeReaders } from '../core/store/merge';
import { streamId } from '../core/store/state';
import { change, changeNow, knowledge } from '../core/store/store';

/** Nobody: the server tells how far the furthest of the others has read, not who it was. */
const SOMEBODY = 0;

/** Whether all chats that the server says I hear are here, so that the tails of their streams tell the rest. */
export function hasAll(streams: readonly string[]): boolean {
  const { conversations } = knowledge();
  const ids = streams.map((stream) => streamId(stream, 'conversation')).filter((id) => id !== null);
  return ids.length > 0 && ids.every((id) => conversations[id] !== undefined);
}

/** Others' pointers alone: two kilobytes where the whole list would be a hundred. */
export async function refreshPointers(): Promise<void> {
  let after: string | null = null;
  do {
    const page: { items: [number, number][]; next: string | null } = await api.get('/api/me/pointers', { after });
    change((state) => page.items.reduce((was, [id, number]) => mergeReaders(was, id, [[SOMEBODY, number]]), state));
    after = page.next;
  } while (after !== null);
  changeNow(() => ({ list: 'ready' }));
}
