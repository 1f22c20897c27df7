import { Icon24BookmarkOutline, Icon24UsersOutline } from '@vkontakte/icons';
import { Search } from '@vkontakte/vkui';
import { useState, type ReactNode } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { navigate } from '../../core/navigation/router';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { startFavourites } from '../opening';
import { NewGroup } from './NewGroup';
import { PersonRow } from './PersonRow';
import person from './PersonRow.module.css';
import rows from './ChatRows.module.css';
import { usePeopleSearch } from './usePeopleSearch';
import { useWriteTo } from './useWriteTo';

interface Props {
  open: boolean;
  onClose: () => void;
  onOpen: (id: number) => void;
}

/** Whom to write to: one person, a group, oneself. */
export function NewChat({ open, onClose, onOpen }: Props) {
  const t = useT();
  const [group, setGroup] = useState(false);
  const close = () => {
    setGroup(false);
    onClose();
  };
  const opened = (id: number) => {
    setGroup(false);
    onOpen(id);
  };
  const title = t(group ? 'new.group' : 'new.title');
  return (
    <Sheet title={title} open={open} onClose={close}>
      {group ? <NewGroup onOpen={opened} /> : <ChoosePerson onGroup={() => setGroup(true)} onOpen={opened} />}
    </Sheet>
  );
}

function ChoosePerson({ onGroup, onOpen }: { onGroup: () => void; onOpen: (id: number) => void }) {
  const t = useT();
  const explain = useExplain();
  const [words, setWords] = useState('');
  const favourites = () =>
    void startFavourites().then(onOpen, (error: unknown) => toast(explain(error), { failed: true }));
  return (
    <>
      <Search
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder={t('new.person')}
        aria-label={t('new.person')}
        autoFocus
      />
      {words === '' && (
        <>
          <Entry icon={<Icon24UsersOutline />} title={t('new.group')} note={t('new.group.hint')} onClick={onGroup} />
          <Entry icon={<Icon24BookmarkOutline />} title={t('chat.favourites')} note={t('new.favourites.hint')} onClick={favourites} />
        </>
      )}
      <People words={words} onOpen={onOpen} />
    </>
  );
}

function People({ words, onOpen }: { words: string; onOpen: (id: number) => void }) {
  const t = useT();
  const { people, pending, error } = usePeopleSearch(words);
  const write = useWriteTo(onOpen);
  if (error !== null && people.length === 0) return <ErrorState error={error} />;
  if (pending) return <LoadingState />;
  if (people.length === 0) return <p className={rows.note}>{t('new.nobody')}</p>;
  return (
    <ul className={rows.plain}>
      {people.map((found) => (
        <li key={found.id}>
          <PersonRow
            person={found}
            note={found.reach === 'request' ? t('new.reach.request') : found.label}
            onClick={() => (found.reach === 'open' || found.reach === 'request' ? write(found.id) : navigate(`/people/${found.id}`))}
          />
        </li>
      ))}
    </ul>
  );
}

function Entry(props: { icon: ReactNode; title: string; note: string; onClick: () => void }) {
  return (
    <button type="button" className={person.row} onClick={props.onClick}>
      <span className={person.icon}>{props.icon}</span>
      <span className={person.text}>
        <span className={person.name}>{props.title}</span>
        <span className={person.note}>{props.note}</span>
      </span>
    </button>
  );
}
