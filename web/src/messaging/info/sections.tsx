import { lazy, Suspense } from 'react';

import type { Conversation } from '../../core/store/types';

const TimeRows = lazy(() => import('../time/TimeRows'));
const RulesRows = lazy(() => import('../rules/RulesRows'));

export interface SectionProps {
  conversation: Conversation;
  onClose: () => void;
}

/** What capabilities add to the page about a chat; each loads late. */
export function Sections({ conversation, onClose }: SectionProps) {
  return (
    <Suspense key={conversation.id}>
      <TimeRows conversation={conversation} onClose={onClose} />
      {conversation.kind === 'group' && <RulesRows conversation={conversation} onClose={onClose} />}
    </Suspense>
  );
}
