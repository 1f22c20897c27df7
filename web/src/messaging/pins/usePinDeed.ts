import { Icon20PinOutline, Icon20PinSlashOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation, Message } from '../../core/store/types';
import type { Deed } from '../chat/deeds';
import { TEXTS } from './texts';
import { mayPin, usePinning, usePins } from './usePins';

/** Putting a message at the top of the chat for all, or taking it from there. */
export function usePinDeed(conversation: Conversation, message: Message): Deed[] {
  const t = useTexts(TEXTS);
  const { pins } = usePins(conversation);
  const pinning = usePinning();
  if (!mayPin(conversation) || message.kind !== 'text') return [];
  const pinned = pins.some((one) => one.message.id === message.id);
  return [
    pinned
      ? { id: 'unpin', text: t('pins.unpin'), Icon: Icon20PinSlashOutline, act: () => pinning.unpin(message) }
      : { id: 'pin', text: t('pins.pin'), Icon: Icon20PinOutline, act: () => pinning.pin(message, conversation) },
  ];
}
