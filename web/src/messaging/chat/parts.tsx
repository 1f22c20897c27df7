import { Suspense } from 'react';

import type { Conversation, Message } from '../../core/store/types';

export interface PartProps {
  message: Message;
  mine: boolean;
  conversation: Conversation;
}

/** What stands above the text of a message: a capability adds a line here and loads late. */
export function PartsAbove({ message }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return <Suspense />;
}

/** What stands below the text of a message. */
export function PartsBelow({ message }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return <Suspense />;
}
