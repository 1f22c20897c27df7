import { useQuery } from '@tanstack/react-query';

import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { Link } from '../core/navigation/Link';
import { fullName, phoneInWords } from '../core/ui/names';
import { Facts, Page, Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import { DocumentRow } from '../files/DocumentRow';
import type { FileInfo } from '../core/store/types';
import { StateTag } from './ApplicationLine';
import styles from './Applications.module.css';
import { DecisionForm } from './DecisionForm';
import { History } from './History';
import { keyOf, read, type Application } from './server';
import { texts } from './texts';

/** One application for those who decide: what is asked, by whom, what has the same ИНН, and the decision. */
export function DecidingPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: keyOf(id), queryFn: () => read(id) });
  return (
    <Page title={t('wizard.title')} up="/school/applications" deep>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Asked application={data} />
          <Doubles application={data} />
          <Section title={t('decide.document')}>
            {data.file ? <DocumentRow file={data.file as FileInfo} /> : <p className={styles.note}>{t('document.gone')}</p>}
          </Section>
          {data.decides && data.state === 'submitted' && <DecisionForm application={data} />}
          <History application={data} />
        </>
      )}
    </Page>
  );
}

function Asked({ application: one }: { application: Application }) {
  const t = useTexts(texts);
  const dates = useDates();
  const administrator = { family_name: one.family_name ?? '', given_name: one.given_name ?? '', patronymic: one.patronymic ?? '' };
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>{one.name}</span>
        <StateTag state={one.state} overdue={one.overdue} />
      </div>
      {one.due_at && <p className={styles.note}>{t('queue.due', { when: dates.dateTime(one.due_at) })}</p>}
      <Facts
        items={[
          { name: t('field.short_name'), value: one.short_name },
          { name: t('field.type'), value: t(`type.${one.type ?? 'school'}`) },
          { name: t('field.inn'), value: one.inn },
          { name: t('field.kpp'), value: one.kpp },
          { name: t('field.ogrn'), value: one.ogrn },
          { name: t('decide.place'), value: [...one.path.map(({ name }) => name), one.settlement].join(', ') },
          { name: t('decide.who'), value: fullName(administrator) },
          { name: t('field.phone'), value: phoneInWords(one.phone ?? ''), note: one.phone_proven && t('decide.proven') },
          { name: t('field.email'), value: one.email, note: one.email_proven && t('decide.proven') },
          { name: t('decide.applicant'), value: one.applicant ? fullName(one.applicant) : '—' },
        ]}
      />
    </>
  );
}

function Doubles({ application: { doubles } }: { application: Application }) {
  const t = useTexts(texts);
  const { organisations, applications, elsewhere } = doubles;
  if (organisations.length + applications.length + elsewhere === 0) return null;
  return (
    <Section title={t('doubles.title')}>
      <ul className={styles.problems}>
        {organisations.map(({ id, name, closed }) => (
          <li key={id} className={styles.warn}>
            {t(closed ? 'doubles.closed' : 'doubles.exists', { name })}
          </li>
        ))}
        {applications.map(({ id, name, state }) => (
          <li key={id} className={styles.warn}>
            <Link to={`/school/applications/${id}`}>{t('doubles.other', { name, state: t(`state.${state}`) })}</Link>
          </li>
        ))}
        {elsewhere > 0 && <li className={styles.warn}>{t('doubles.elsewhere', { count: elsewhere })}</li>}
      </ul>
    </Section>
  );
}
