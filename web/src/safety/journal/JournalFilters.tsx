import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import type { Organisation, PersonHere } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import { PersonChoice } from '../contacts/PersonChoice';
import styles from './Journal.module.css';
import { texts } from './texts';
import { useActions, type Asked } from './useJournal';

interface Props {
  asked: Asked;
  places: Organisation[];
  operator: boolean;
  onAsk: (asked: Asked) => void;
}

/** Where, what, who and when. */
export function JournalFilters({ asked, places, operator, onAsk }: Props) {
  const t = useTexts(texts);
  const [person, setPerson] = useState<PersonHere | null>(null);
  const actions = useActions(asked.organisation).data?.items ?? [];
  const choosePlace = (value: string) => {
    setPerson(null);
    onAsk({ ...asked, organisation: value === '' ? null : Number(value), action: '', person: null });
  };
  return (
    <div className={styles.filters}>
      {places.length + Number(operator) > 1 && (
        <FormItem top={t('journal.where')} htmlFor="journal-where">
          <NativeSelect
            id="journal-where"
            value={asked.organisation ?? ''}
            onChange={(event) => choosePlace(event.target.value)}
          >
            {operator && <option value="">{t('journal.everywhere')}</option>}
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.short_name || place.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      <FormItem top={t('journal.action')} htmlFor="journal-action">
        <NativeSelect
          id="journal-action"
          value={asked.action}
          onChange={(event) => onAsk({ ...asked, action: event.target.value })}
        >
          <option value="">{t('journal.any')}</option>
          {actions.map(({ action, words }) => (
            <option key={action} value={action}>
              {words}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <div className={styles.days}>
        {(['since', 'until'] as const).map((side) => (
          <label key={side} className={styles.day}>
            <span>{t(`journal.${side}`)}</span>
            <input
              type="date"
              value={asked[side]}
              onChange={(event) => onAsk({ ...asked, [side]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {asked.organisation !== null && (
        <PersonChoice
          key={asked.organisation}
          organisation={asked.organisation}
          label={t('journal.person')}
          person={person}
          onChoose={(one) => {
            setPerson(one);
            onAsk({ ...asked, person: one?.id ?? null });
          }}
        />
      )}
    </div>
  );
}
