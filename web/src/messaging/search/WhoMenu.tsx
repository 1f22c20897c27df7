import { Search, Spinner } from '@vkontakte/vkui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { PersonBrief } from '../../core/store/types';
import { PersonRow } from '../list/PersonRow';
import styles from './Search.module.css';
import { searchPeople } from './server';
import { texts } from './texts';
import { useSettled } from './useSettled';

/** Whose messages: somebody of one's own circle. */
export function WhoMenu({ onChoose }: { onChoose: (person: PersonBrief) => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [words, setWords] = useState('');
  const asked = useSettled(words.trim());
  const { data, error } = useQuery({
    queryKey: ['found-people', asked],
    queryFn: ({ signal }) => searchPeople(asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Search
        noPadding={false}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder={t('search.who.hint')}
        aria-label={t('search.who.hint')}
      />
      {error !== null && <p className={styles.note}>{explain(error)}</p>}
      {data === undefined && error === null && (
        <div className={styles.waiting}>
          <Spinner size="m">{null}</Spinner>
        </div>
      )}
      {data?.items.length === 0 && <p className={styles.note}>{t('search.no_hits')}</p>}
      <ul className={styles.plain}>
        {data?.items.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} onClick={() => onChoose(person)} />
          </li>
        ))}
      </ul>
    </>
  );
}
