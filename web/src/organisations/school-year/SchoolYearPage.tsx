import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { YearForm } from './YearForm';
import styles from './SchoolYear.module.css';
import { getYear, undoYear, type YearChange } from './server';
import { texts } from './texts';
import { yearName } from './words';

/** The change of the school year: looked at, begun, taken back. */
export default function SchoolYearPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['year', id, 'state'], queryFn: () => getYear(id) });
  return (
    <Page deep title={t('year.title')} up={`/school/organisations/${id}`}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <Section title={t('year.which', { year: yearName(data.starts_in) })} hint={data.begun ? t('year.begun', { year: yearName(data.starts_in) }) : t('year.hint')}>
          {data.last && <Last organisation={id} last={data.last} />}
        </Section>
      )}
      {data && !data.begun && <YearForm organisation={id} state={data} />}
    </Page>
  );
}

function Last({ organisation, last }: { organisation: number; last: YearChange }) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const cache = useQueryClient();
  const undo = async () => {
    const agreed = await confirm({ title: t('year.undo.ask'), text: t('year.undo.text'), action: t('year.undo'), destructive: true });
    if (!agreed) return;
    await undoYear(organisation, last.id).then(
      () => toast(t('year.undone')),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
    await Promise.all(['year', 'organisation', 'groups'].map((key) => cache.invalidateQueries({ queryKey: [key, organisation] })));
  };
  return (
    <>
      <p className={styles.note}>{t('year.last', { when: dates.dateTime(last.made_at) })}</p>
      {last.undoable_until && (
        <>
          <p className={styles.note}>{t('year.undoable', { when: dates.dateTime(last.undoable_until) })}</p>
          <div className={styles.deeds}>
            <Button size="m" mode="secondary" appearance="negative" onClick={() => void undo()}>
              {t('year.undo')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
