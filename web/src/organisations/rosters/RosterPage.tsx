import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import type { RosterImport } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { Page } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Changes } from './Changes';
import { Decision } from './Decision';
import { Errors } from './Errors';
import styles from './RosterPage.module.css';
import { RosterState } from './RosterState';
import { Summary } from './Summary';
import { texts } from '../texts';

/** One uploaded roster: what it would do, line by line, and the decision about it. */
export function RosterPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { data, error, refetch } = useQuery({
    queryKey: ['roster', id],
    queryFn: () => api.get<RosterImport>(`/api/rosters/${id}`),
  });
  return (
    <Page
      deep
      title={data?.file_name ?? t('school.roster')}
      up="/school/rosters"
      after={data && <RosterState state={data.state} />}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <p className={styles.when}>
            {data.applied_at
              ? t('roster.applied_at', { when: dates.dateTime(data.applied_at) })
              : t('roster.uploaded_at', { when: dates.dateTime(data.created_at) })}
            {data.kind === 'workbook' && data.leavers && <> · {t('lists.with_leavers')}</>}
          </p>
          <Summary roster={data} />
          <Notes roster={data} />
          <Errors roster={data} />
          <Decision roster={data} />
          <Changes roster={data} />
        </>
      )}
    </Page>
  );
}

function Notes({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  if (!roster.notes?.length) return null;
  return (
    <ul className={styles.notes} aria-label={t('roster.notes')}>
      {roster.notes.map(({ reason, file, detail, value }) => (
        <li key={`${reason}:${file}:${value}`}>
          {[file, [detail, value].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
