import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../core/api/usePages';
import { useTexts } from '../core/i18n/useTexts';
import { Chips } from '../core/ui/Chips';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { usePlaces } from './usePlaces';
import { RegisterRow } from './RegisterRow';
import { registerPath, type RegisterLine, type Show } from './server';
import { TakeRegister } from './TakeRegister';
import { texts } from './texts';

const SHOWS: Show[] = ['all', 'minors', 'without', 'withdrawn'];

/** Who has consented to what in the organisations one administers. */
export default function RegisterPage() {
  const t = useTexts(texts);
  const { places, error, refetch } = usePlaces();
  const [chosen, choose] = useState<number | null>(null);
  const [show, setShow] = useState<Show>('all');
  const id = chosen ?? places?.[0]?.id;
  return (
    <Page title={t('register.title')} up="/school">
      {error && !places && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!places && !error && <LoadingState />}
      {places && id === undefined && <EmptyState title={t('register.empty')} />}
      {places && places.length > 1 && (
        <FormItem top={t('register.organisation')} htmlFor="register-place" noPadding>
          <NativeSelect id="register-place" value={id} onChange={(event) => choose(Number(event.target.value))}>
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {id !== undefined && (
        <>
          <Chips
            label={t('register.show')}
            options={SHOWS.map((value) => ({ value, label: t(`register.${value}`) }))}
            value={show}
            onChange={setShow}
          />
          <Lines key={`${id} ${show}`} organisation={id} show={show} />
        </>
      )}
    </Page>
  );
}

function Lines({ organisation, show }: { organisation: number; show: Show }) {
  const t = useTexts(texts);
  const { items, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePages<RegisterLine>(
    ['consents', organisation],
    registerPath(organisation),
    { show },
  );
  if (error && !items) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingState />;
  return (
    <>
      {items?.length === 0 && <EmptyState title={t('register.nobody')} />}
      <PagedList
        label={t('register.list')}
        items={items ?? []}
        idOf={(line) => line.person_id}
        hasNext={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
        row={(line) => <RegisterRow line={line} organisation={organisation} onNoted={() => void refetch()} />}
      />
      <TakeRegister organisation={organisation} show={show} />
    </>
  );
}
