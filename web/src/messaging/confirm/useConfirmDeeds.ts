import { Icon20CheckCircleOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { useChatActs } from '../chat/context';
import type { Deed } from '../chat/deeds';
import { texts } from './texts';

/** The lists of confirmations, for the author and those who run the chat. */
export function useConfirmDeeds(conversation: Conversation, message: Message): Deed[] {
  const t = useTexts(texts);
  const acts = useChatActs();
  const me = useStore((store) => store.data.me);
  const watches = message.author_id === me || conversation.my_role !== 'member';
  if (!message.content?.confirmation || message.deleted || !watches) return [];
  return [{ id: 'confirmations', text: t('confirm.deed'), Icon: Icon20CheckCircleOutline, act: () => acts.sheet({ kind: 'confirmations', message }) }];
}
