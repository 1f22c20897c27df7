import { Icon20NotificationOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Message } from '../../core/store/types';
import { useChatActs } from '../chat/context';
import type { Deed } from '../chat/deeds';
import { texts } from './texts';

/** "Remind me" in a message's menu. */
export function useRemindDeed(message: Message): Deed[] {
  const t = useTexts(texts);
  const acts = useChatActs();
  if (message.deleted || message.kind === 'service') return [];
  return [{ id: 'remind', text: t('remind.item'), Icon: Icon20NotificationOutline, act: () => acts.sheet({ kind: 'remind', message }) }];
}
