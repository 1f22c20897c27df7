import { Icon28DocumentOutline } from '@vkontakte/icons';
import type { ComponentType } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation, Message } from '../../core/store/types';
import { useConfirmItem } from '../confirm/useConfirmItem';
import { usePollItem } from '../polls/usePollItem';
import { useLifetimeItem } from '../time/useLifetimeItem';
import type { Extras } from './extras';

export interface PlusContext {
  conversation: Conversation;
  reply: Message | null;
  extras: Extras;
  chooseFiles: () => void;
  /** Opens a sheet of the composer; each has its line in `sheets.tsx` beside this file. */
  open: (sheet: string) => void;
}

/** One thing that may be added to a conversation. */
export interface PlusItem {
  id: string;
  text: string;
  Icon: ComponentType<{ width?: number; height?: number; 'aria-hidden'?: 'true' }>;
  act: () => void;
}

/** What stands behind the paper clip; a capability adds its own hook. */
export function usePlusItems(context: PlusContext): PlusItem[] {
  const t = useT();
  return [{ id: 'files', text: t('compose.files'), Icon: Icon28DocumentOutline, act: context.chooseFiles }, ...usePollItem(context), ...useConfirmItem(context), ...useLifetimeItem(context)];
}
