import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { usePages } from '../../core/api/usePages';
import type { RosterImport } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { navigate } from '../../core/navigation/router';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './RostersPage.module.css';
import { useOrganisations } from '../useOrganisations';
import { RosterState } from './RosterState';
import { Tables, type Reading } from './Tables';
import { texts } from '../texts';
import { totals } from './totals';
import { Upload } from './Upload';

/** Where a roster enters: the upload first, then everything that was ever uploaded. */
export function RostersPage() {
  const t = useTexts(texts);
  const cache = useQueryClient();
  const organisations = useOrganisations();
  const [chosen, setChosen] = useState<Reading>({ organisation: undefined, leavers: false });
  const reading = { ...chosen, organisation: chosen.organisation ?? organisations.items?.[0]?.id };
  const rosters = usePages<RosterImport>(['rosters'], '/api/rosters');
  const open = (roster: RosterImport) => {
    cache.setQueryData(['roster', roster.id], roster);
    void cache.invalidateQueries({ queryKey: ['rosters'] });
    navigate(`/school/rosters/${roster.id}`);
  };
  return (
    <Page title={t('school.roster')} up="/school">
      <Section hint={t('lists.hint')}>
        <Upload reading={reading} onDone={open} />
      </Section>
      <Tables reading={reading} organisations={organisations} onChange={setChosen} />
      <Section title={t('roster.history')} hint={rosters.items?.length === 0 ? t('roster.history.none') : undefined}>
        {rosters.error && !rosters.items && <ErrorState error={rosters.error} onRetry={() => void rosters.refetch()} />}
        {rosters.isPending && <LoadingState />}
        {rosters.items && (
          <PagedList
            label={t('roster.history')}
            items={rosters.items}
            idOf={({ id }) => id}
            hasNext={rosters.hasNextPage}
            busy={rosters.isFetchingNextPage}
            onMore={() => void rosters.fetchNextPage()}
            row={(roster) => <Line roster={roster} />}
          />
        )}
      </Section>
    </Page>
  );
}

function Line({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  const dates = useDates();
  const sum = totals(roster.summary);
  return (
    <Link to={`/school/rosters/${roster.id}`} className={styles.line}>
      <span className={styles.text}>
        <span className={styles.name}>{roster.file_name}</span>
        <span className={styles.hint}>
          {dates.dateTime(roster.applied_at ?? roster.created_at)} · {t('roster.totals', { ...sum })}
        </span>
      </span>
      <RosterState state={roster.state} />
    </Link>
  );
}
