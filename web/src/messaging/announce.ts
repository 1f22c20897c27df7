import { create } from 'zustand';
import type { Message, StreamEvent } from '../core/store/types';
import { knowledge } from '../core/store/store';

/** The last message worth saying aloud to those who listen instead of looking. */
export const useAnnouncement = create<{ message: Message | null }>(() => ({ message: null }));

let open: number | null = null;

const hearers = new Set<(event: StreamEvent) => void>();

/** Lets a higher room hear every event once it is in the store. */
export function hearEvents(hear: (event: StreamEvent) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

export function tellHearers(event: StreamEvent): void {
  for (const hear of hearers) hear(event);
}

export const openConversation = (): number | null => open;

export function setOpenConversation(id: number | null): void {
  open = id;
}

export function announce(message: Message): void {
  if (message.author_id === knowledge().me || message.conversation_id !== open || message.kind !== 'text') return;
  useAnnouncement.setState({ message });
}
