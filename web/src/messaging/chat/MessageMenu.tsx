import { Suspense } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation, Message } from '../../core/store/types';
import { useDeeds } from './deeds';
import { Floating } from './Floating';
import styles from './MessageMenu.module.css';
import { QuickReactions } from './QuickReactions';
import type { Menu } from './useChatActions';

interface Props {
  conversation: Conversation;
  menu: Menu | null;
  onClose: () => void;
}

/** Everything one may do with a message. */
export default function MessageMenu({ conversation, menu, onClose }: Props) {
  const t = useT();
  if (menu === null) return null;
  return (
    <Suspense>
      <Floating at={menu.at} label={t('message.actions')} onClose={onClose}>
        <QuickReactions message={menu.message} onDone={onClose} />
        <Deeds conversation={conversation} message={menu.message} onClose={onClose} />
      </Floating>
    </Suspense>
  );
}

function Deeds({ conversation, message, onClose }: { conversation: Conversation; message: Message; onClose: () => void }) {
  const deeds = useDeeds(conversation, message);
  return deeds.map(({ id, text, Icon, danger, act }) => (
    <button
      key={id}
      type="button"
      role="menuitem"
      className={danger ? styles.danger : styles.item}
      onClick={() => {
        onClose();
        act();
      }}
    >
      <Icon aria-hidden="true" />
      {text}
    </button>
  ));
}
