import { create } from 'zustand';

import { api } from '../../core/api/client';
import type { Problem } from '../../core/api/error';
import type { Conversation, Message } from '../../core/store/types';

export const MOST_CHATS = 12;

/** Messages on their way to other chats, while somebody chooses which. */
export const useForwarding = create<{ messages: readonly Message[] | null }>(() => ({ messages: null }));

export const startForwarding = (messages: readonly Message[]): void => useForwarding.setState({ messages });
export const stopForwarding = (): void => useForwarding.setState({ messages: null });

/** What was said for a while only, or in a chat that keeps its words, stays there. */
export function isForwardable(message: Message, conversation: Conversation): boolean {
  const kept = conversation.settings?.forwarding_forbidden === true || message.content?.expires_at !== undefined;
  return message.kind === 'text' && message.id > 0 && !message.deleted && !kept;
}

export interface ForwardResult {
  conversation_id: number;
  message_ids: number[];
  problem: (Problem & { title?: string; detail?: string }) | null;
}

/** The same `client_id` again forwards nothing twice. */
export const forward = (
  client_id: string,
  message_ids: number[],
  conversation_ids: number[],
  comment: string,
): Promise<{ results: ForwardResult[] }> =>
  api.post('/api/forwards', { client_id, message_ids, conversation_ids, comment }, { timeout: 60_000 });
