import { useQuery } from '@tanstack/react-query';

import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { fullName } from '../core/ui/names';
import { Page, Section } from '../core/ui/Page';
import { PersonCell } from '../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../core/ui/states';
import { matterOf } from './about';
import { CaseDeeds } from './CaseDeeds';
import { DecisionForm } from './DecisionForm';
import { EvidenceList } from './EvidenceList';
import { MeasureList } from './MeasureList';
import styles from './Moderation.module.css';
import { CaseLine, CaseTags } from './QueuePage';
import { readCase, type Case } from './server';
import { texts } from './texts';

/** One case: what was complained of, by whom, what was before, and what is to be done. */
export function CasePage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['report-cases', 'case', id], queryFn: () => readCase(id) });
  return (
    <Page title={t('case.title')} up="/school/reports" deep>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Head case={data} />
          <EvidenceList case={data} />
          <Complaints case={data} />
          <History case={data} />
          {data.measures.length > 0 && (
            <Section title={t('case.measures')}>
              <MeasureList measures={data.measures} liftable />
            </Section>
          )}
          {data.state === 'open' && <DecisionForm case={data} />}
        </>
      )}
    </Page>
  );
}

function Head({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <div className={styles.top}>
      <div className={styles.head}>
        <span className={styles.name}>{matterOf(one, t)}</span>
        <CaseTags case={one} />
      </div>
      {one.accused && (
        <div className={styles.cells}>
          <PersonCell person={one.accused} as={fullName} subtitle={one.accused.label} to={`/people/${one.accused.id}`} />
        </div>
      )}
      {one.decided_at ? (
        <div className={styles.outcome}>
          <p className={styles.note}>{t('case.by', { name: one.decided_by ? fullName(one.decided_by) : '', when: dates.dateTime(one.decided_at) })}</p>
          {one.reason && <p className={styles.answer}>{t('own.reason', { reason: one.reason })}</p>}
          {one.answer && <p className={styles.answer}>{t('own.answer', { answer: one.answer })}</p>}
        </div>
      ) : (
        <>
          <p className={styles.note}>{t('queue.due', { when: dates.dateTime(one.due_at) })}</p>
          <CaseDeeds case={one} />
        </>
      )}
    </div>
  );
}

function Complaints({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <Section title={t('case.complaints')}>
      <ul className={styles.list}>
        {one.complaints.map((complaint) => (
          <li key={complaint.id} className={styles.complaint}>
            {complaint.reporter && (
              <div className={styles.cells}>
                <PersonCell
                  person={complaint.reporter}
                  as={fullName}
                  subtitle={`${t(`report.kind.${complaint.kind}`)} · ${dates.dateTime(complaint.created_at)}`}
                  to={`/people/${complaint.reporter.id}`}
                />
              </div>
            )}
            {complaint.words && <p className={styles.words}>{complaint.words}</p>}
            <p className={styles.note}>{t('case.before', { earlier: complaint.earlier, dismissed: complaint.dismissed })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  if (!one.accused) return null;
  return (
    <Section title={t('case.history')} hint={one.earlier.length === 0 ? t('case.history.none') : undefined}>
      {one.earlier_measures.length > 0 && <MeasureList measures={one.earlier_measures} />}
      {one.earlier.length > 0 && (
        <ul className={styles.list}>
          {one.earlier.map((before) => (
            <li key={before.id}>
              <CaseLine case={before} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
