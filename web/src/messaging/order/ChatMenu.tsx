import { useState, type ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { Floating } from '../chat/Floating';
import styles from '../chat/MessageMenu.module.css';
import type { MenuAt } from '../list/useChatSummon';
import { wishFor } from '../outbox/wishes';
import { titleOf } from '../titles';
import { FolderChoice } from './FolderChoice';
import { MENTIONS_ONLY, TERMS } from './mutes';
import { texts } from './texts';
import { useChatDeeds, type ChatDeed } from './useChatDeeds';

export interface OpenMenu {
  chat: Conversation;
  at: MenuAt;
}

interface Props extends OpenMenu {
  onClose: () => void;
  onNewFolder: (chatId: number) => void;
}

type Page = 'deeds' | 'mute' | 'folders';

/** Everything one may do with a chat without opening it. */
export default function ChatMenu({ chat, at, onClose, onNewFolder }: Props) {
  const t = useTexts(texts);
  const people = useStore((store) => store.data.people);
  const [page, setPage] = useState<Page>('deeds');
  const done = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Floating key={page} at={at} label={t('order.menu', { title: titleOf(chat, people, t) })} onClose={onClose}>
      {page === 'deeds' && <Deeds chat={chat} onPage={setPage} done={done} />}
      {page === 'mute' &&
        TERMS.map(([id, until]) => (
          <Item key={id} onClick={done(() => wishFor(chat.id, { what: 'muted', until: until() }))}>
            {t(id)}
          </Item>
        ))}
      {page === 'mute' && chat.kind === 'group' && (
        <Item onClick={done(() => wishFor(chat.id, MENTIONS_ONLY))}>{t('order.mute.mentions')}</Item>
      )}
      {page === 'folders' && <FolderChoice chat={chat} onDone={onClose} onNew={done(() => onNewFolder(chat.id))} />}
    </Floating>
  );
}

interface DeedsProps {
  chat: Conversation;
  onPage: (page: Page) => void;
  done: (act: () => void) => () => void;
}

function Deeds({ chat, onPage, done }: DeedsProps) {
  const deeds = useChatDeeds(chat, { mute: () => onPage('mute'), folders: () => onPage('folders') });
  return deeds.map((deed: ChatDeed) => (
    <Item key={deed.id} danger={deed.danger ?? false} onClick={deed.leads ? deed.act : done(deed.act)}>
      <deed.Icon aria-hidden="true" />
      {deed.text}
    </Item>
  ));
}

function Item({ onClick, danger = false, children }: { onClick: () => void; danger?: boolean; children: ReactNode }) {
  return (
    <button type="button" role="menuitem" className={danger ? styles.danger : styles.item} onClick={onClick}>
      {children}
    </button>
  );
}
