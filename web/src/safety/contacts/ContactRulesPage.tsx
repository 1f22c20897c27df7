import { useQuery } from '@tanstack/react-query';
import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import type { Organisation, PersonHere } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Page, Section } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Contacts.module.css';
import { PolicySection } from '../policies/PolicySection';
import { PersonChoice } from './PersonChoice';
import { askBetween, listRules } from './server';
import { texts } from './texts';

/** The contact rules of an organisation, and what they say about two of its people. */
export default function ContactRulesPage() {
  const t = useTexts(texts);
  const organisations = usePages<Organisation>(['organisations'], '/api/organisations');
  const [chosen, choose] = useState<number | null>(null);
  const { items, error } = organisations;
  const id = chosen ?? items?.[0]?.id;
  return (
    <Page title={t('contacts.title')} up="/school">
      {error && !items && <ErrorState error={error} onRetry={() => void organisations.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && <EmptyState title={t('contacts.none')} />}
      {items && items.length > 1 && (
        <FormItem top={t('contacts.organisation')} htmlFor="contacts-organisation">
          <NativeSelect id="contacts-organisation" value={id} onChange={(event) => choose(Number(event.target.value))}>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short_name || one.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {id !== undefined && <Asked key={id} organisation={id} />}
      {id !== undefined && <PolicySection key={`rules-${id}`} organisation={id} />}
      {id !== undefined && <Table organisation={id} />}
    </Page>
  );
}

function Asked({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const [first, setFirst] = useState<PersonHere | null>(null);
  const [second, setSecond] = useState<PersonHere | null>(null);
  return (
    <Section title={t('contacts.ask')} hint={t('contacts.ask.hint')}>
      <PersonChoice organisation={organisation} label={t('contacts.first')} person={first} onChoose={setFirst} />
      <PersonChoice organisation={organisation} label={t('contacts.second')} person={second} onChoose={setSecond} />
      <div role="status">
        {first !== null && second !== null && (
          <Answer organisation={organisation} first={first.id} second={second.id} />
        )}
      </div>
    </Section>
  );
}

function Answer({ organisation, first, second }: { organisation: number; first: number; second: number }) {
  const t = useTexts(texts);
  const same = first === second;
  const { data, error, refetch } = useQuery({
    queryKey: ['contact', organisation, first, second],
    queryFn: () => askBetween(organisation, first, second),
    enabled: !same,
    staleTime: 0,
  });
  if (same) return <p className={styles.answer}>{t('contacts.same')}</p>;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <div className={styles.answer}>
      <p className={styles.verdict}>{t(data.reach === 'none' ? 'contacts.closed' : `contacts.${data.reach}`)}</p>
      {data.rules.length === 0 && <p className={styles.plain}>{t('contacts.closed.why')}</p>}
      {data.rules.length > 0 && (
        <ul className={styles.why} aria-label={t('contacts.why')}>
          {data.rules.map((rule) => (
            <li key={rule.name}>
              {rule.name} — {t(`contacts.how.${rule.reach}`)}
              {rule.decided_by !== '' && <span className={styles.decided}>{rule.decided_by}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Table({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({
    queryKey: ['contact-rules', organisation],
    queryFn: () => listRules(organisation),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Section title={t('contacts.table')} hint={t('contacts.table.hint')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than a phone is scrolled by keys, too
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('contacts.table')}>
          <table className={styles.rules}>
            <thead>
              <tr>
                {['who', 'how', 'otherwise', 'safe'].map((column) => (
                  <th key={column} scope="col">
                    {t(`contacts.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((rule) => (
                <tr key={rule.name}>
                  <th scope="row">{rule.name}</th>
                  <td className={styles.now}>{t(`contacts.how.${rule.reach}`)}</td>
                  <td>
                    {rule.columns
                      .filter(({ now }) => !now)
                      .map(({ value, how }) => (
                        <div key={value}>{`${value}: ${how}`}</div>
                      ))}
                  </td>
                  <td>{rule.in_safe_mode === rule.reach ? t('contacts.safe.same') : t(`contacts.how.${rule.in_safe_mode}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
