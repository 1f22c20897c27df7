import { Icon20ShareOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation, Message } from '../../core/store/types';
import type { Deed } from '../chat/deeds';
import { isForwardable, startForwarding } from './forwarding';
import { TEXTS } from './texts';

/** Handing one message on. */
export function useForwardDeed(conversation: Conversation, message: Message): Deed[] {
  const t = useTexts(TEXTS);
  if (!isForwardable(message, conversation)) return [];
  return [{ id: 'forward', text: t('forward.deed'), Icon: Icon20ShareOutline, act: () => startForwarding([message]) }];
}
