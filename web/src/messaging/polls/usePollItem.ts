import { Icon28PollSquareOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { PlusContext, PlusItem } from '../compose/plus';
import { texts } from './texts';

/** A poll in the composer's menu; alone there is nobody to ask. */
export function usePollItem({ conversation, open }: PlusContext): PlusItem[] {
  const t = useTexts(texts);
  if (conversation.kind === 'favourites') return [];
  return [{ id: 'poll', text: t('poll.make'), Icon: Icon28PollSquareOutline, act: () => open('poll') }];
}
