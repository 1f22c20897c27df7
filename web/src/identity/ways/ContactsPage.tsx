import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { phoneInWords } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { refreshMe, useMe } from '../session';
import { OwnMove } from './OwnMove';
import { getMoves, startMove, type Move, type OwnMoves } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

/** Settings → Profile → «Сменить номер или почту». */
export default function ContactsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: ['moves'], queryFn: getMoves });
  const [leaving, setLeaving] = useState<string | null>(null);
  const moved = async (move: Move | null) => {
    setLeaving(null);
    if (move?.done) {
      toast(t('move.done'));
      await refreshMe();
    }
    await cache.invalidateQueries({ queryKey: ['moves'] });
  };
  return (
    <Page title={t('contacts.title')} up="/settings/profile" deep>
      <Section hint={t('contacts.hint')}>
        <ul className={styles.list} aria-label={t('contacts.title')}>
          {me.contacts.map(({ kind, value }) => {
            const contact = kind === 'phone' ? phoneInWords(value) : value;
            return (
              <li key={value} className={styles.line}>
                <span className={styles.text}>
                  <span className={styles.name}>{contact}</span>
                  <span className={styles.note}>{t(`contact.${kind}`)}</span>
                </span>
                {data && !data.current && (
                  <Button mode="tertiary" onClick={() => setLeaving(value)} aria-label={t('contacts.change_named', { contact })}>
                    {t('contacts.change')}
                  </Button>
                )}
                {leaving === value && <Start contact={value} onStarted={() => void moved(null)} onCancel={() => setLeaving(null)} />}
              </li>
            );
          })}
        </ul>
      </Section>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data?.current && <OwnMove move={data.current} onMoved={(move) => void moved(move)} />}
      {data && <Former former={data.former} />}
    </Page>
  );
}

function Start({ contact, onStarted, onCancel }: { contact: string; onStarted: () => void; onCancel: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [to, setTo] = useState('');
  const [ends, setEnds] = useState(true);
  const [error, setError] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void startMove(contact, to.trim(), ends).then(onStarted, (thrown: unknown) => setError(explain(thrown)));
  };
  return (
    <form className={styles.form} onSubmit={submit} style={{ flexBasis: '100%' }}>
      <FormItem
        noPadding
        top={t('move.to')}
        htmlFor="move-to"
        status={error ? 'error' : 'default'}
        bottom={error ? <span role="alert">{error}</span> : undefined}
      >
        <Input id="move-to" autoFocus maxLength={120} value={to} onChange={(event) => setTo(event.target.value)} />
      </FormItem>
      <Checkbox noPadding checked={ends} onChange={(event) => setEnds(event.target.checked)}>
        {t('move.end_others')}
      </Checkbox>
      <div className={styles.buttons}>
        <Button type="submit" size="m" disabled={!to.trim()}>
          {t('move.start')}
        </Button>
        <Button size="m" mode="tertiary" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

export function Former({ former }: { former: OwnMoves['former'] }) {
  const t = useTexts(texts);
  const dates = useDates();
  if (former.length === 0) return null;
  return (
    <Section title={t('contacts.former')}>
      <ul className={styles.list}>
        {former.map((one) => (
          <li key={one.held_until} className={styles.line}>
            <span className={styles.text}>
              <span className={styles.name}>{one.masked}</span>
              <span className={styles.note}>
                {t('contacts.held', { from: dates.dateTime(one.held_from), until: dates.dateTime(one.held_until) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
