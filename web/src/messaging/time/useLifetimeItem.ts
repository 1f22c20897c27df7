import { Icon28ClockOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { PlusContext, PlusItem } from '../compose/plus';
import { texts } from './texts';

/** A term for the next message, in the composer's menu. */
export function useLifetimeItem({ open }: PlusContext): PlusItem[] {
  const t = useTexts(texts);
  return [{ id: 'lifetime', text: t('lifetime.item'), Icon: Icon28ClockOutline, act: () => open('lifetime') }];
}
