import { useState } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { EmptyState, LoadingState } from '../../core/ui/states';
import { startDirect } from '../opening';
import { ChatRow } from './ChatRow';
import styles from './ChatRows.module.css';
import { PersonRow } from './PersonRow';
import { usePeopleSearch } from './usePeopleSearch';

interface Props {
  words: string;
  chats: readonly Conversation[];
  activeId: number | null;
  onOpen: (id: number) => void;
}

const MOST = 30;

/** What the search field found: chats that are here, then people one may write to. */
export function Results({ words, chats, activeId, onOpen }: Props) {
  const t = useT();
  const { people, pending } = usePeopleSearch(words);
  const direct = useStore((store) => store.data.conversations);
  const known = new Set(Object.values(direct).map((chat) => chat.partner_id));
  const others = people.filter((person) => !known.has(person.id));
  const write = useWriteTo(onOpen);
  if (chats.length === 0 && others.length === 0) {
    return pending ? <LoadingState /> : <EmptyState title={t('chats.found.none')}>{t('chats.found.none.hint')}</EmptyState>;
  }
  return (
    <div className={styles.found}>
      {chats.length > 0 && <h2 className={styles.section}>{t('chats.found.chats')}</h2>}
      <ul className={styles.plain}>
        {chats.slice(0, MOST).map((chat) => (
          <li key={chat.id}>
            <ChatRow chat={chat} active={chat.id === activeId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {others.length > 0 && <h2 className={styles.section}>{t('chats.found.people')}</h2>}
      <ul className={styles.plain}>
        {others.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} onClick={() => write(person.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Opens the chat with a person once, however often the row is pressed. */
export function useWriteTo(onOpen: (id: number) => void): (personId: number) => void {
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  return (personId) => {
    if (busy) return;
    setBusy(true);
    startDirect(personId)
      .then(onOpen, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
}
