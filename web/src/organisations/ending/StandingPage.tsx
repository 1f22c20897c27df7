import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from '../territories/Territories.module.css';
import { texts } from '../territories/texts';
import { useDeed } from '../territories/useDeed';
import { ClosePart } from './ClosePart';
import { MergePart } from './MergePart';
import { PlacePart } from './PlacePart';
import { readStanding, rename, reopen, type Standing } from './server';

/** What an organisation is called, where it belongs, and how it ends. */
export default function StandingPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['organisation', id, 'standing'], queryFn: () => readStanding(id) });
  return (
    <Page title={t('standing.title')} up={`/school/organisations/${id}`} deep>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data?.closed_at && <Ended standing={data} />}
      {data?.may_rename && <Names key={`${data.name} ${data.short_name}`} standing={data} />}
      {data?.may_place && <PlacePart standing={data} />}
      {data?.may_end && <MergePart standing={data} />}
      {data?.may_end && <ClosePart standing={data} />}
    </Page>
  );
}

function Ended({ standing: one }: { standing: Standing }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { busy, run } = useDeed();
  return (
    <div className={styles.form}>
      <span className={styles.name}>{one.name}</span>
      <p className={styles.note}>
        {t(one.into_name ? 'standing.was_joined' : 'standing.was_closed', { into: one.into_name ?? '', when: dates.dateTime(one.closed_at ?? '') })}
        {one.reason && ` ${t('standing.why', { reason: one.reason })}`}
      </p>
      {one.may_reopen && (
        <div className={styles.deeds}>
          <Button size="m" loading={busy} onClick={() => void run(() => reopen(one.id), t('standing.reopened'))}>
            {t('standing.reopen')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Names({ standing: one }: { standing: Standing }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [name, setName] = useState(one.name);
  const [short, setShort] = useState(one.short_name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => rename(one.id, { short_name: short, ...(one.may_end ? { name } : {}) }), t('territory.saved'));
  };
  return (
    <Section title={t('standing.names')}>
      <form className={styles.form} onSubmit={submit}>
        <FormItem top={t('standing.name')} bottom={one.may_end ? undefined : t('standing.name.staff')} htmlFor="standing-name" noPadding>
          <Input id="standing-name" maxLength={300} readOnly={!one.may_end} value={name} onChange={(event) => setName(event.target.value)} />
        </FormItem>
        <FormItem top={t('standing.short_name')} htmlFor="standing-short" noPadding>
          <Input id="standing-short" maxLength={100} value={short} onChange={(event) => setShort(event.target.value)} />
        </FormItem>
        <div className={styles.deeds}>
          <Button type="submit" size="m" loading={busy} disabled={name.trim() === ''}>
            {t('territory.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
