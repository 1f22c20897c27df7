import { Icon20FavoriteOutline, Icon20UnfavoriteOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Message } from '../../core/store/types';
import type { Deed } from '../chat/deeds';
import { mark } from '../outbox/wishes';
import { TEXTS } from './texts';

/** Keeping a message for oneself, or no longer. */
export function useMarkDeed(message: Message): Deed[] {
  const t = useTexts(TEXTS);
  const marked = message.important === true;
  return [
    {
      id: 'important',
      text: t(marked ? 'important.unmark' : 'important.mark'),
      Icon: marked ? Icon20UnfavoriteOutline : Icon20FavoriteOutline,
      act: () => mark(message, !marked),
    },
  ];
}
