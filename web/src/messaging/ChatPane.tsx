import { useEffect, useState } from 'react';

import { useT } from '../core/i18n/useT';
import { knowledge, useStore } from '../core/store/store';
import { EmptyState, LoadingState } from '../core/ui/states';
import { setOpenConversation } from './announce';
import { Chat } from './chat/Chat';
import { meetConversation } from './meet';
import { useArranged } from './order/arrange';
import { wishFor } from './outbox/wishes';

interface Props {
  conversationId: number;
  onBack: () => void;
}

/** One conversation, or the word that there is none for this person. */
export default function ChatPane({ conversationId, onBack }: Props) {
  const t = useT();
  const conversation = useArranged()[conversationId];
  const list = useStore((store) => store.now.list);
  const [asked, setAsked] = useState(false);
  const missing = conversation === undefined && list !== 'waiting';

  useEffect(() => {
    if (missing && !asked) void meetConversation(conversationId).finally(() => setAsked(true));
  }, [missing, asked, conversationId]);

  useEffect(() => {
    setOpenConversation(conversationId);
    return () => setOpenConversation(null);
  }, [conversationId]);

  // Who opens a chat has come back to it, as the mark asked; a mark set while it is open is for later.
  const known = conversation !== undefined;
  useEffect(() => {
    if (known && knowledge().conversations[conversationId]?.marked_unread === true) wishFor(conversationId, { what: 'marked', on: false });
  }, [known, conversationId]);

  if (conversation !== undefined) return <Chat conversation={conversation} onBack={onBack} />;
  if (!missing || !asked) return <LoadingState />;
  return <EmptyState title={t('chat.gone')}>{t('chat.gone.hint')}</EmptyState>;
}
