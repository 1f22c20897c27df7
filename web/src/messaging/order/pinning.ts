import { knowledge } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { useOutbox } from '../outbox/outbox';
import { wishFor } from '../outbox/wishes';
import { arrange } from './arrange';

/** The chats on top, the uppermost first. */
export function pinnedOf(chats: readonly Conversation[]): Conversation[] {
  return chats.filter((chat) => chat.pinned !== null).sort((a, b) => (a.pinned ?? 0) - (b.pinned ?? 0));
}

const pinnedNow = (): number[] =>
  pinnedOf(Object.values(arrange(knowledge().conversations, useOutbox.getState().tasks, Date.now()))).map((chat) => chat.id);

/** Puts a chat of those on top where another one stands. */
export function movePinned(id: number, onto: number): void {
  const ids = pinnedNow();
  const [from, to] = [ids.indexOf(id), ids.indexOf(onto)];
  if (from < 0 || to < 0 || from === to) return;
  ids.splice(to, 0, ...ids.splice(from, 1));
  wishFor(0, { what: 'order', ids });
}

/** One place up or down among those on top. */
export function stepPinned(id: number, step: -1 | 1): void {
  const ids = pinnedNow();
  const onto = ids[ids.indexOf(id) + step];
  if (ids.includes(id) && onto !== undefined) movePinned(id, onto);
}
