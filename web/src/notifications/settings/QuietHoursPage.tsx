import { useMe } from '../../identity/session';
import { useTexts } from '../../core/i18n/useTexts';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { texts } from '../texts';
import { ExceptionSection } from './ExceptionSection';
import { NowSection } from './NowSection';
import { ScheduleSection } from './ScheduleSection';
import { useQuietHours } from './useSaved';

/** «Не беспокоить»: now, by schedule, and what the school lets through. */
export default function QuietHoursPage() {
  const t = useTexts(texts);
  const me = useMe();
  const { data, error, refetch, keep } = useQuietHours();
  const schools = me.roles.filter(({ role, organisation_id }) => role === 'administrator' && organisation_id !== null);
  return (
    <Page title={t('quiet.title')} up="/settings">
      <Section hint={t('quiet.intro')}>{null}</Section>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <NowSection hours={data} onChange={keep} />
          <ScheduleSection hours={data} onSaved={keep} />
        </>
      )}
      {schools.length > 0 && (
        <Section title={t('quiet.school')}>
          {schools.map(({ organisation_id, organisation_name }) => (
            <ExceptionSection key={organisation_id} organisation={organisation_id!} name={organisation_name ?? ''} />
          ))}
        </Section>
      )}
    </Page>
  );
}
