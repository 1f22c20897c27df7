import {
  Icon20CheckCircleOutline,
  Icon20CopyOutline,
  Icon20DeleteOutline,
  Icon20ReplyOutline,
  Icon20SmileOutline,
  Icon20TrashSimpleOutline,
  Icon20WriteOutline,
} from '@vkontakte/icons';
import { useState, type ComponentType } from 'react';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { Floating } from './Floating';
import { useChatActs } from './context';
import styles from './MessageMenu.module.css';
import { QuickReactions } from './QuickReactions';
import type { Menu } from './useChatActions';

interface Props {
  conversation: Conversation;
  menu: Menu | null;
  onClose: () => void;
}

interface Deed {
  id: string;
  Icon: ComponentType<{ 'aria-hidden'?: 'true' }>;
  danger?: boolean;
  act: () => void;
}

const EDITABLE_FOR = 24 * 3600_000;

/** Everything one may do with a message. */
export function MessageMenu({ conversation, menu, onClose }: Props) {
  const t = useT();
  if (menu === null) return null;
  return (
    <Floating at={menu.at} label={t('message.actions')} onClose={onClose}>
      <QuickReactions message={menu.message} onDone={onClose} />
      <Deeds conversation={conversation} message={menu.message} onClose={onClose} />
    </Floating>
  );
}

function Deeds({ conversation, message, onClose }: { conversation: Conversation; message: Message; onClose: () => void }) {
  const t = useT();
  const deeds = useDeeds(conversation, message);
  return deeds.map(({ id, Icon, danger, act }) => (
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
      {t(id)}
    </button>
  ));
}

function useDeeds(conversation: Conversation, message: Message): Deed[] {
  const acts = useChatActs();
  const me = useStore((store) => store.data.me);
  const mine = message.author_id === me;
  const { can_write, kind, my_role } = conversation;
  const [fresh] = useState(() => Date.now() - Date.parse(message.created_at) < EDITABLE_FOR);
  const mayDelete = mine || (kind === 'group' && (my_role === 'owner' || my_role === 'administrator'));
  const text = message.body !== '';
  const all: (Deed | false)[] = [
    can_write && { id: 'message.reply', Icon: Icon20ReplyOutline, act: () => acts.reply(message) },
    mine && fresh && text && can_write && { id: 'message.edit', Icon: Icon20WriteOutline, act: () => acts.edit(message) },
    text && { id: 'message.copy', Icon: Icon20CopyOutline, act: () => acts.copy(message) },
    mine && kind !== 'favourites' && {
      id: 'message.readers',
      Icon: Icon20CheckCircleOutline,
      act: () => acts.sheet({ kind: 'readers', message }),
    },
    message.reactions.length > 0 && {
      id: 'message.reacted',
      Icon: Icon20SmileOutline,
      act: () => acts.sheet({ kind: 'reacted', message }),
    },
    { id: 'message.delete_me', Icon: Icon20TrashSimpleOutline, danger: true, act: () => acts.remove(message, 'me') },
    mayDelete && kind !== 'favourites' && {
      id: 'message.delete_all',
      Icon: Icon20DeleteOutline,
      danger: true,
      act: () => acts.remove(message, 'all'),
    },
  ];
  return all.filter((deed) => deed !== false);
}
