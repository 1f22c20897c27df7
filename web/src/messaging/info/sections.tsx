import { Suspense } from 'react';

import type { Conversation } from '../../core/store/types';

export interface SectionProps {
  conversation: Conversation;
  onClose: () => void;
}

/** What capabilities add to the page about a chat; each loads late. */
export function Sections({ conversation }: SectionProps) {
  return <Suspense key={conversation.id} />;
}
