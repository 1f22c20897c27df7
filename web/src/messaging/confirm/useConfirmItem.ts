import { Icon28NotificationCircleFillGray } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import { useMe } from '../../identity/session';
import type { PlusContext, PlusItem } from '../compose/plus';
import { mayAsk } from './mayAsk';
import { texts } from './texts';

/** «!!!» in the composer's menu: the next message is to be confirmed. */
export function useConfirmItem({ conversation, extras }: PlusContext): PlusItem[] {
  const t = useTexts(texts);
  const me = useMe();
  if (!mayAsk(conversation, me) || extras.content?.confirm === true) return [];
  return [{ id: 'confirm', text: t('confirm.ask'), Icon: Icon28NotificationCircleFillGray, act: () => extras.set({ confirm: true }) }];
}
