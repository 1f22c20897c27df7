import { Icon24Cancel } from '@vkontakte/icons';
import { FormItem, IconButton, Input } from '@vkontakte/vkui';
import { useDeferredValue, useId, useState } from 'react';

import type { PersonHere } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import styles from './Contacts.module.css';
import { texts } from './texts';

const SHOWN = 6;

interface Props {
  organisation: number;
  label: string;
  person: PersonHere | null;
  onChoose: (person: PersonHere | null) => void;
}

/** One person of the organisation, found by name. */
export function PersonChoice({ organisation, label, person, onChoose }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  if (person !== null) {
    return (
      <FormItem top={label}>
        <PersonCell
          person={nameable(person)}
          as={fullName}
          subtitle={described(person, t)}
          after={
            <IconButton label={`${t('contacts.change')}: ${label}`} onClick={() => onChoose(null)}>
              <Icon24Cancel />
            </IconButton>
          }
        />
      </FormItem>
    );
  }
  return (
    <FormItem top={label} htmlFor={id}>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        value={words}
        placeholder={t('contacts.typed')}
        maxLength={100}
        onChange={(event) => setWords(event.target.value)}
      />
      {q !== '' && (
        <Matches
          organisation={organisation}
          q={q}
          label={label}
          onChoose={(one) => {
            setWords('');
            onChoose(one);
          }}
        />
      )}
    </FormItem>
  );
}

function Matches({
  organisation,
  q,
  label,
  onChoose,
}: Pick<Props, 'organisation' | 'label' | 'onChoose'> & { q: string }) {
  const t = useTexts(texts);
  const { items } = usePages<PersonHere>(
    ['organisation', organisation, 'people'],
    `/api/organisations/${organisation}/people`,
    { q },
  );
  if (items === undefined) return null;
  if (items.length === 0) return <p className={styles.nobody}>{t('contacts.nobody')}</p>;
  return (
    <ul aria-label={label} className={styles.matches}>
      {items.slice(0, SHOWN).map((one) => (
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
