import { Icon20CheckCircleOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Message } from '../../core/store/types';
import type { Deed } from '../chat/deeds';
import { startSelecting } from './selection';
import { TEXTS } from './texts';

/** The first of many to be chosen. */
export function useSelectDeed(message: Message): Deed[] {
  const t = useTexts(TEXTS);
  return [{ id: 'select', text: t('select.deed'), Icon: Icon20CheckCircleOutline, act: () => startSelecting(message) }];
}
