import { create } from 'zustand';
import { useEffect, useMemo } from 'react';

import type { State } from '../../core/store/state';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { useOutbox } from '../outbox/outbox';
import type { OwnTask, Task } from '../outbox/tasks';

type Chats = State['conversations'];

/** Chats as I want them: what was wished and is not told yet is there at once, and a mute whose term is over is none. */
export function arrange(chats: Chats, tasks: readonly Task[], now: number): Chats {
  const wishes = tasks.filter((task): task is OwnTask => task.kind === 'own' && task.state !== 'refused');
  const changed: Record<number, Conversation> = {};
  for (const chat of Object.values(chats)) {
    const wished = wishes.reduce(wish, chat);
    const over = wished.muted_until !== null && Date.parse(wished.muted_until) <= now;
    if (wished !== chat || over) changed[chat.id] = over ? { ...wished, muted_until: null } : wished;
  }
  return Object.keys(changed).length === 0 ? chats : { ...chats, ...changed };
}

function wish(chat: Conversation, { conversation_id, wish: wanted }: OwnTask): Conversation {
  if (wanted.what === 'order') {
    const place = wanted.ids.indexOf(chat.id);
    return place < 0 || chat.pinned === null ? chat : { ...chat, pinned: place + 1 };
  }
  if (chat.id !== conversation_id) return chat;
  if (wanted.what === 'muted') return { ...chat, muted_until: wanted.until, mentions_pass: wanted.mentions_pass ?? false };
  if (wanted.what === 'marked') return { ...chat, marked_unread: wanted.on };
  if (wanted.what === 'archived') return { ...chat, archived: wanted.on, pinned: wanted.on ? null : chat.pinned };
  // A new one stands above the others, until the server has said where.
  const pinned = wanted.on ? (chat.pinned ?? Number.MIN_SAFE_INTEGER) : null;
  return { ...chat, pinned, archived: chat.archived && !wanted.on };
}

/** When the first of the mutes ends, in milliseconds of the clock; null when none ever does. */
export function nextEnd(chats: Chats, now: number): number | null {
  const ends = Object.values(chats)
    .map((chat) => Date.parse(chat.muted_until ?? ''))
    .filter((end) => end > now);
  return ends.length === 0 ? null : Math.min(...ends);
}

const useClock = create<{ now: number }>(() => ({ now: Date.now() }));
const LONGEST_WAIT = 3600_000;

let last: { chats: Chats; tasks: readonly Task[]; now: number; arranged: Chats } | null = null;

/** Worked out once for all who look. */
function arrangedOnce(chats: Chats, tasks: readonly Task[], now: number): Chats {
  if (last?.chats !== chats || last.tasks !== tasks || last.now !== now) {
    last = { chats, tasks, now, arranged: arrange(chats, tasks, now) };
  }
  return last.arranged;
}

/** All chats in my order; drawn again when a mute ends by itself. */
export function useArranged(): Chats {
  const chats = useStore((store) => store.data.conversations);
  const tasks = useOutbox((box) => box.tasks);
  const now = useClock((clock) => clock.now);
  const end = useMemo(() => nextEnd(chats, now), [chats, now]);
  useEffect(() => {
    if (end === null) return;
    const wait = Math.min(LONGEST_WAIT, Math.max(0, end - Date.now()) + 20);
    const timer = setTimeout(() => useClock.setState({ now: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [end, now]);
  return arrangedOnce(chats, tasks, now);
}
