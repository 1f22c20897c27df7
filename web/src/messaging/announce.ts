import { create } from 'zustand';
import type { Message } from '../core/store/types';
import { knowledge } from '../core/store/store';

/** The last message worth saying aloud to those who listen instead of looking. */
export const useAnnouncement = create<{ message: Message | null }>(() => ({ message: null }));

let open: number | null = null;

export function setOpenConversation(id: number | null): void {
  open = id;
}

export function announce(message: Message): void {
  if (message.author_id === knowledge().me || message.conversation_id !== open || message.kind !== 'text') return;
  useAnnouncement.setState({ message });
}
