import { useQuery } from '@tanstack/react-query';

import { useTexts } from '../../core/i18n/useTexts';
import { Page, Section } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { readWatching, type WatchingHere } from './server';
import { texts } from './texts';
import styles from './Words.module.css';

/** «Что видят взрослые»: in plain words, for a pupil and the family. */
export default function WatchingPage() {
  const t = useTexts(texts);
  const query = useQuery({ queryKey: ['watching'], queryFn: readWatching });
  const schools = query.data ?? [];
  return (
    <Page title={t('seen.title')} up="/settings" quiet>
      {query.isPending && <LoadingState />}
      {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <EmptyState title={t('seen.none')} />}
      {schools.length > 0 && <p className={styles.plain}>{t('seen.lead')}</p>}
      {schools.map((school) => (
        <Section key={school.organisation_id} title={school.name}>
          <ul className={styles.seen}>
            {sentencesOf(school).map((sentence) => (
              <li key={sentence}>{t(sentence)}</li>
            ))}
          </ul>
        </Section>
      ))}
      {schools.length > 0 && <p className={styles.plain}>{t('seen.help')}</p>}
    </Page>
  );
}

function sentencesOf({ words, alerts, in_direct }: WatchingHere): string[] {
  return [
    words ? 'seen.words.on' : 'seen.words.off',
    ...(alerts ? ['seen.alerts.on', in_direct ? 'seen.alerts.direct' : 'seen.alerts.not_direct'] : ['seen.alerts.off']),
    'seen.never',
  ];
}
