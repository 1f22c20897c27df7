import type { ComponentType } from 'react';

import type { Conversation, Message } from '../../core/store/types';
import { useConfirmDeeds } from '../confirm/useConfirmDeeds';
import { useForwardDeed } from '../forward/useForwardDeed';
import { useMarkDeed } from '../important/useMarkDeed';
import { usePinDeed } from '../pins/usePinDeed';
import { usePollDeeds } from '../polls/usePollDeeds';
import { useSelectDeed } from '../select/useSelectDeed';
import { useRemindDeed } from '../time/useRemindDeed';
import { useBasicDeeds } from './useBasicDeeds';
import { useReportDeed } from './useReportDeed';

/** One thing that may be done with a message. */
export interface Deed {
  id: string;
  /** What the menu says. */
  text: string;
  Icon: ComponentType<{ 'aria-hidden'?: 'true' }>;
  danger?: boolean;
  act: () => void;
}

/** Everything one may do with a message; a capability adds its own hook, those that lose something stand last. */
export function useDeeds(conversation: Conversation, message: Message): Deed[] {
  const deeds = [
    ...useBasicDeeds(conversation, message),
    ...useForwardDeed(conversation, message),
    ...useSelectDeed(message),
    ...useMarkDeed(message),
    ...useRemindDeed(message),
    ...usePinDeed(conversation, message),
    ...usePollDeeds(conversation, message),
    ...useConfirmDeeds(conversation, message),
    ...useReportDeed(message),
  ];
  return deeds.toSorted((a, b) => Number(a.danger ?? false) - Number(b.danger ?? false));
}
