import { FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { TERMS, type Term } from './draft';
import type { FieldProps } from './PollComposer';
import styles from './PollComposer.module.css';
import { texts } from './texts';
import { wallOf } from './zoned';

const HOUR = 3600_000;

/** Until when one can vote, on the clock of the person's own time zone. */
export function PollTerm({ draft, set, timeZone }: FieldProps & { timeZone: string }) {
  const t = useTexts(texts);
  const [earliest] = useState(() => wallOf(new Date(), timeZone));
  const choose = (term: Term) => set({ term, at: term === 'own' && draft.at === '' ? wallOf(new Date(Date.now() + 24 * HOUR), timeZone) : draft.at });
  return (
    <>
      <FormItem top={t('poll.term')} htmlFor="poll-term">
        <NativeSelect id="poll-term" value={draft.term} onChange={(event) => choose(event.target.value as Term)}>
          {Object.keys(TERMS).map((term) => (
            <option key={term} value={term}>
              {t(`poll.term.${term}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      {draft.term === 'own' && (
        <FormItem top={t('poll.term.at')} htmlFor="poll-at" bottom={<span className={styles.hint}>{t('poll.term.zone')}</span>}>
          <Input id="poll-at" type="datetime-local" value={draft.at} min={earliest} onChange={(event) => set({ at: event.target.value })} />
        </FormItem>
      )}
    </>
  );
}
