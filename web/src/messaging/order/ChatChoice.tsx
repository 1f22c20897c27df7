import { Search } from '@vkontakte/vkui';
import { useMemo, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { ChatAvatar } from '../list/ChatAvatar';
import { titleOf } from '../titles';
import styles from './Folders.module.css';
import { texts } from './texts';

const MOST_SHOWN = 60;

/** Chats by name, those chosen first. */
export function ChatChoice({ chosen, onChange }: { chosen: readonly number[]; onChange: (ids: number[]) => void }) {
  const t = useTexts(texts);
  const chats = useStore((store) => store.data.conversations);
  const people = useStore((store) => store.data.people);
  const [words, setWords] = useState('');
  // Those chosen when the list was opened lead; a tick does not make its line jump away.
  const [first] = useState(() => new Set(chosen));
  const found = useMemo(() => {
    const wanted = words.toLocaleLowerCase().trim();
    return Object.values(chats)
      .map((chat) => ({ chat, title: titleOf(chat, people, t) }))
      .filter(({ title }) => title.toLocaleLowerCase().includes(wanted))
      .sort((a, b) => Number(first.has(b.chat.id)) - Number(first.has(a.chat.id)) || a.title.localeCompare(b.title))
      .slice(0, MOST_SHOWN);
  }, [chats, people, t, words, first]);
  const toggle = (id: number, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('order.folder.chats')}</legend>
      <Search value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('order.folder.chats.search')} aria-label={t('order.folder.chats.search')} />
      {found.length === 0 && <p className={styles.hint}>{t('order.folder.chats.none')}</p>}
      {found.map(({ chat, title }) => (
        <label key={chat.id} className={styles.tick}>
          <input type="checkbox" checked={chosen.includes(chat.id)} onChange={(event) => toggle(chat.id, event.target.checked)} />
          <ChatAvatar chat={chat} size={32} />
          <span className={styles.name}>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
