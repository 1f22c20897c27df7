import { createContext, useContext } from 'react';

import type { Message } from '../../core/store/types';
import type { SendTask } from '../outbox/tasks';

/** Each has its line in `sheets.tsx`. */
export type SheetKind = 'readers' | 'reacted' | 'emoji' | 'confirmations' | 'poll' | 'remind';

export interface Sheet {
  kind: SheetKind;
  message: Message;
}

/** What rows may ask of the chat around them; stable, so that rows are not drawn anew. */
export interface ChatActs {
  reply(message: Message): void;
  edit(message: Message): void;
  jump(number: number): void;
  react(message: Message, emoji: string): void;
  remove(message: Message, scope: 'all' | 'me'): void;
  copy(message: Message): void;
  menu(message: Message, at: { x: number; y: number } | null): void;
  sheet(sheet: Sheet): void;
  retry(task: SendTask): void;
  drop(task: SendTask): void;
  dropFile(task: SendTask, fileId: string): void;
  view(message: Message, fileId: number): void;
}

export const ChatActsContext = createContext<ChatActs | null>(null);

export function useChatActs(): ChatActs {
  const acts = useContext(ChatActsContext);
  if (acts === null) throw new Error('a message outside a chat');
  return acts;
}
