import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { mergeConversation } from '../../core/store/merge';
import { change } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { Choices } from './Choices';
import { setLifetime } from './server';
import { TERMS, termText } from './terms';
import { texts } from './texts';
import styles from './Time.module.css';

/** How long messages of a chat live; those who may not change it see it. */
export default function ChatLifetimeSheet({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const mayChange = conversation.kind !== 'group' || conversation.my_role !== 'member';
  const choose = (id: string) => {
    setBusy(true);
    setLifetime(conversation.id, id === 'never' ? null : Number(id)).then(
      (fresh) => {
        change((state) => mergeConversation(state, fresh));
        onClose();
      },
      (reason: unknown) => {
        toast(explain(reason), { failed: true });
        setBusy(false);
      },
    );
  };
  const title = t('lifetime.chat.title');
  return (
    <Sheet title={title} size={420} fit onClose={onClose}>
      <Choices
        label={title}
        choices={[{ id: 'never', text: t('lifetime.never') }, ...TERMS.map((term) => ({ id: String(term), text: termText(term, t) }))]}
        chosen={String(conversation.lifetime ?? 'never')}
        disabled={busy || !mayChange}
        onChoose={choose}
      />
      <p className={styles.hint}>{t(mayChange ? 'lifetime.chat.hint' : 'lifetime.chat.readonly')}</p>
    </Sheet>
  );
}
