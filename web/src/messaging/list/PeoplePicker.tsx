import { Icon16Cancel } from '@vkontakte/icons';
import { Search } from '@vkontakte/vkui';
import { useState } from 'react';

import { useT } from '../../core/i18n/useT';
import type { PersonBrief } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { LoadingState } from '../../core/ui/states';
import { PersonRow } from './PersonRow';
import rows from './ChatRows.module.css';
import styles from './PeoplePicker.module.css';
import { usePeopleSearch } from './usePeopleSearch';

interface Props {
  chosen: readonly PersonBrief[];
  onChange: (people: PersonBrief[]) => void;
  /** Those who are there already. */
  except?: ReadonlySet<number>;
}

/** Several people by name: those chosen stay in sight above the list. */
export function PeoplePicker({ chosen, onChange, except }: Props) {
  const t = useT();
  const [words, setWords] = useState('');
  const { people, pending } = usePeopleSearch(words);
  const found = people.filter((person) => except?.has(person.id) !== true);
  const ids = new Set(chosen.map((person) => person.id));
  const toggle = (person: PersonBrief) =>
    onChange(ids.has(person.id) ? chosen.filter((one) => one.id !== person.id) : [...chosen, person]);
  return (
    <>
      <Search
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder={t('new.group.people')}
        aria-label={t('new.group.people')}
      />
      {chosen.length > 0 && (
        <div className={styles.chosen}>
          {chosen.map((person) => (
            <button
              key={person.id}
              type="button"
              className={styles.chip}
              aria-label={t('new.group.remove', { name: briefName(person) })}
              onClick={() => toggle(person)}
            >
              {briefName(person)}
              <Icon16Cancel aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      {pending && <LoadingState />}
      {!pending && found.length === 0 && <p className={rows.note}>{t('new.nobody')}</p>}
      <ul className={rows.plain}>
        {found.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} chosen={ids.has(person.id)} onClick={() => toggle(person)} register />
          </li>
        ))}
      </ul>
    </>
  );
}
