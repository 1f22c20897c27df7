import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { displayName, letteredName } from '../../core/ui/names';
import { ChatRow } from '../list/ChatRow';
import { PersonRow } from '../list/PersonRow';
import { useWriteTo } from '../list/useWriteTo';
import styles from './Search.module.css';
import type { ChatOfHits } from './server';
import { texts } from './texts';
import type { Named } from './useNamed';

interface Props {
  named: Named;
  activeId: number | null;
  onOpen: (id: number) => void;
  onClose: () => void;
}

const FEW = 5;

/** Chats and people whose names fit; a few of each, so that messages are in sight, too. */
export function Names({ named, activeId, onOpen, onClose }: Props) {
  const t = useTexts(texts);
  const chats = useStore((store) => store.data.conversations);
  const write = useWriteTo(onOpen);
  const [all, setAll] = useState({ chats: false, people: false });
  const shownChats = all.chats ? named.chats : named.chats.slice(0, FEW);
  const shownPeople = all.people ? named.people : named.people.slice(0, FEW);
  return (
    <>
      {named.chats.length > 0 && <h2 className={styles.section}>{t('search.chats')}</h2>}
      <ul className={styles.plain} aria-label={t('search.chats')}>
        {shownChats.map((chat) => (
          <li key={chat.id}>
            <Found
              chat={chat}
              known={chats[chat.id]}
              people={named.partners}
              active={chat.id === activeId}
              onOpen={onOpen}
              onClose={onClose}
            />
          </li>
        ))}
      </ul>
      {shownChats.length < named.chats.length && <More onClick={() => setAll({ ...all, chats: true })} />}
      {named.people.length > 0 && <h2 className={styles.section}>{t('search.people')}</h2>}
      {named.similar && <p className={styles.note}>{t('search.similar')}</p>}
      <ul className={styles.plain} aria-label={t('search.people')}>
        {shownPeople.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} onClick={() => write(person.id)} />
          </li>
        ))}
      </ul>
      {shownPeople.length < named.people.length && <More onClick={() => setAll({ ...all, people: true })} />}
    </>
  );
}

function More({ onClick }: { onClick: () => void }) {
  const t = useTexts(texts);
  return (
    <button type="button" className={styles.more} onClick={onClick}>
      {t('search.more_names')}
    </button>
  );
}

interface FoundProps extends Pick<Props, 'onOpen' | 'onClose'> {
  chat: ChatOfHits;
  known: Conversation | undefined;
  people: ReadonlyMap<number, PersonBrief>;
  active: boolean;
}

/** A chat as in the list, or with its name alone when this device does not have it yet. */
function Found({ chat, known, people, active, onOpen, onClose }: FoundProps) {
  if (known !== undefined) return <ChatRow chat={known} active={active} onOpen={onOpen} />;
  const partner = people.get(chat.partner_id ?? 0);
  const title = partner === undefined ? chat.title : displayName(partner);
  return (
    <Link to={`/chats/${chat.id}`} className={styles.row} onClick={onClose}>
      <Avatar
        id={partner?.id ?? chat.id}
        title={partner === undefined ? chat.title : letteredName(partner)}
        size={48}
        portrait={partner?.portrait}
      />
      <span className={styles.only}>{title}</span>
    </Link>
  );
}
