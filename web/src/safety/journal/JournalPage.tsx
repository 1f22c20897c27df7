import { useState } from 'react';

import type { Organisation } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Page } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { useMe } from '../../identity/session';
import { Entry } from './Entry';
import { JournalFilters } from './JournalFilters';
import { Take } from './Take';
import { texts } from './texts';
import { useJournal, type Asked } from './useJournal';

const NOTHING = { action: '', person: null, since: '', until: '' };

/** Who did what, for those who answer for a place. */
export default function JournalPage() {
  const t = useTexts(texts);
  const operator = useMe().roles.some(({ role }) => role === 'operator');
  const { items, error, refetch } = usePages<Organisation>(['organisations'], '/api/organisations');
  const places = items?.filter(({ rights }) => rights.includes('personal_data')) ?? [];
  const [asked, ask] = useState<Asked | null>(null);
  const first = operator ? null : places[0]?.id;
  const wanted = asked ?? (first === undefined ? null : { ...NOTHING, organisation: first });
  return (
    <Page title={t('journal.title')} up="/school">
      {error && !items && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!items && !error && <LoadingState />}
      {items && !wanted && <EmptyState title={t('journal.empty')} />}
      {items && wanted && (
        <>
          <JournalFilters asked={wanted} places={places} operator={operator} onAsk={ask} />
          <Entries asked={wanted} />
        </>
      )}
    </Page>
  );
}

function Entries({ asked }: { asked: Asked }) {
  const t = useTexts(texts);
  const { items, people, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useJournal(asked);
  if (error && !items) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingState />;
  if (items?.length === 0) return <EmptyState title={t('journal.empty')}>{t('journal.empty.hint')}</EmptyState>;
  return (
    <>
      <PagedList
        label={t('journal.list')}
        items={items ?? []}
        idOf={(entry) => entry.id}
        hasNext={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
        row={(entry) => <Entry entry={entry} people={people} />}
      />
      <Take asked={asked} />
    </>
  );
}
