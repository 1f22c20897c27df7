import { useQuery } from '@tanstack/react-query';
import { Icon56CameraOutline } from '@vkontakte/icons';
import { Button, FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import type { Organisation } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { displayName, fullName } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { PersonName } from '../../core/ui/PersonName';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Portraits.module.css';
import { approve, changePolicy, portraitsChanged, readPolicy, refuse, waitingPath, type Mode, type WaitingPortrait } from './server';
import { texts } from './texts';

const MODES: Mode[] = ['off', 'approval', 'at_once'];
const WHOSE = ['adults', 'pupils', 'juniors'] as const;

/** «Фотографии»: what waits for a yes, and when photographs are shown. */
export default function PhotosPage() {
  const t = useTexts(texts);
  const organisations = usePages<Organisation>(['organisations'], '/api/organisations');
  const [chosen, choose] = useState<number | null>(null);
  const { items, error } = organisations;
  const id = chosen ?? items?.[0]?.id;
  return (
    <Page title={t('photos.title')} up="/school">
      {error && !items && <ErrorState error={error} onRetry={() => void organisations.refetch()} />}
      {!items && !error && <LoadingState />}
      {items && items.length > 1 && (
        <FormItem top={t('photos.organisation')} htmlFor="photos-organisation">
          <NativeSelect id="photos-organisation" value={id} onChange={(event) => choose(Number(event.target.value))}>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short_name || one.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {id !== undefined && <Waiting key={id} organisation={id} />}
      {id !== undefined && <Policy key={`policy ${id}`} organisation={id} />}
    </Page>
  );
}

function Waiting({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const pages = usePages<WaitingPortrait>(['portraits', 'waiting', organisation], waitingPath(organisation));
  const { items, error } = pages;
  if (error && !items) return <ErrorState error={error} onRetry={() => void pages.refetch()} />;
  if (!items) return <LoadingState />;
  if (items.length === 0) {
    return (
      <EmptyState icon={<Icon56CameraOutline />} title={t('photos.none')}>
        {t('photos.none.hint')}
      </EmptyState>
    );
  }
  return (
    <Section title={t('photos.waiting')}>
      <PagedList
        label={t('photos.waiting')}
        items={items}
        idOf={({ id }) => id}
        hasNext={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        row={(one) => <Asked organisation={organisation} portrait={one} />}
      />
    </Section>
  );
}

function Asked({ organisation, portrait }: { organisation: number; portrait: WaitingPortrait }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [reason, setReason] = useState('');
  const { person, id } = portrait;
  const name = displayName(person);
  const settle = async (deed: Promise<void>, done: string) => {
    await deed.then(
      () => toast(t(done)),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
    await portraitsChanged();
  };
  return (
    <div className={styles.asked}>
      <img className={styles.face} src={`/api/people/${person.id}/portraits/${id}?size=large`} alt={fullName(person)} />
      <div className={styles.deeds}>
        <PersonName person={person} as={fullName} />
        <span className={styles.label}>{person.label}</span>
        <Button size="m" aria-label={t('photos.approve.of', { name })} onClick={() => void settle(approve(organisation, id), 'photos.approved')}>
          {t('photos.approve')}
        </Button>
        <Input
          aria-label={t('photos.reason')}
          placeholder={t('photos.reason')}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          size="m"
          mode="secondary"
          appearance="negative"
          disabled={reason.trim() === ''}
          aria-label={t('photos.refuse.of', { name })}
          onClick={() => void settle(refuse(organisation, id, reason), 'photos.refused')}
        >
          {t('photos.refuse')}
        </Button>
      </div>
    </div>
  );
}

function Policy({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const key = ['portraits', 'policy', organisation];
  const { data } = useQuery({ queryKey: key, queryFn: () => readPolicy(organisation) });
  if (!data) return null;
  const change = async (whose: (typeof WHOSE)[number], mode: Mode) => {
    const policy = { ...data, [whose]: mode };
    await changePolicy(organisation, policy).then(
      () => queries.setQueryData(key, policy),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  };
  return (
    <Section title={t('photos.policy')} hint={t('photos.policy.hint')}>
      {WHOSE.map((whose) => (
        <FormItem key={whose} top={t(`photos.${whose}`)} htmlFor={`photos-${whose}`}>
          <NativeSelect id={`photos-${whose}`} value={data[whose]} onChange={(event) => void change(whose, event.target.value as Mode)}>
            {MODES.map((mode) => (
              <option key={mode} value={mode}>
                {t(`photos.mode.${mode}`)}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      ))}
    </Section>
  );
}
