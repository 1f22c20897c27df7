import { Icon16Cancel } from '@vkontakte/icons';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useDeferredValue, useId, useState } from 'react';

import type { PersonHere } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { displayName, fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import styles from './Structure.module.css';
import { texts } from './texts';

const SHOWN = 8;

interface Props {
  organisation: number;
  label: string;
  hint?: string;
  /** Only people with this role here; null for everybody. */
  who: 'pupil' | 'teacher' | 'administrator' | null;
  most?: number;
  people: PersonHere[];
  onChange: (people: PersonHere[]) => void;
}

/** Several people of the organisation, found by name one after another. */
export function PeoplePicker({ organisation, label, hint, who, most = 100, people, onChange }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const choose = (one: PersonHere) => {
    setWords('');
    onChange([...people, one]);
  };
  return (
    <FormItem top={label} bottom={hint} htmlFor={id} noPadding>
      {people.length < most && (
        <Input
          id={id}
          type="search"
          autoComplete="off"
          value={words}
          placeholder={t('picker.search')}
          maxLength={100}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {q !== '' && <Matches organisation={organisation} q={q} who={who} taken={people} onChoose={choose} />}
      {people.length > 0 && (
        <ul className={styles.chosen} aria-label={t('picker.chosen')}>
          {people.map((one) => (
            <li key={one.id}>
              <Button
                size="s"
                mode="secondary"
                after={<Icon16Cancel />}
                aria-label={t('picker.drop', { name: displayName(one) })}
                onClick={() => onChange(people.filter((other) => other.id !== one.id))}
              >
                {displayName(one)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FormItem>
  );
}

function Matches({ organisation, q, who, taken, onChoose }: Pick<Props, 'organisation' | 'who'> & { q: string; taken: PersonHere[]; onChoose: (person: PersonHere) => void }) {
  const t = useTexts(texts);
  const { items } = usePages<PersonHere>(['organisation', organisation, 'people'], `/api/organisations/${organisation}/people`, { q, role: who });
  if (items === undefined) return null;
  const left = items.filter(({ id }) => !taken.some((one) => one.id === id));
  if (left.length === 0) return <p className={styles.note}>{t('picker.nobody')}</p>;
  return (
    <ul aria-label={t('picker.found')} className={styles.matches}>
      {left.slice(0, SHOWN).map((one) => (
        <li key={one.id}>
          <PersonCell person={nameable(one)} as={fullName} subtitle={described(one, t)} onClick={() => onChoose(one)} />
        </li>
      ))}
    </ul>
  );
}

const nameable = (person: PersonHere) => ({
  ...person,
  confirmed_teacher: person.roles.some(({ role, confirmed }) => role === 'teacher' && confirmed),
});

function described(person: PersonHere, t: (id: string) => string): string {
  const roles = person.roles.map(({ role, position }) => position || t(`role.${role}`));
  return [...roles, ...person.classes.filter(({ kind }) => kind === 'homeroom').map(({ title }) => title)].join(' · ');
}
