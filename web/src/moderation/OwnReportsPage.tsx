import { Icon56ReportOutline } from '@vkontakte/icons';
import type { ReactNode } from 'react';

import { usePages } from '../core/api/usePages';
import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { navigate, useSearch } from '../core/navigation/router';
import { Chips } from '../core/ui/Chips';
import { displayName } from '../core/ui/names';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import styles from './Moderation.module.css';
import type { OwnMeasure, OwnReport } from './server';
import { Standing } from './Standing';
import { Tag } from './Tag';
import { texts } from './texts';

type View = 'reports' | 'measures';

/** What one complained of and what came of it; and what was decided about oneself. */
export default function OwnReportsPage() {
  const t = useTexts(texts);
  const view: View = useSearch().get('view') === 'measures' ? 'measures' : 'reports';
  const open = (next: View) =>
    navigate(next === 'reports' ? '/settings/reports' : '/settings/reports?view=measures', { replace: true });
  return (
    <Page
      title={t('own.title')}
      up="/settings"
      below={
        <Chips
          label={t('own.view')}
          options={(['reports', 'measures'] as const).map((value) => ({ value, label: t(`own.${value}`) }))}
          value={view}
          onChange={open}
        />
      }
    >
      {view === 'reports' ? (
        <OwnList<OwnReport> key="reports" what="reports" row={(one) => <ReportLine report={one} />} />
      ) : (
        <OwnList<OwnMeasure> key="measures" what="measures" row={(one) => <MeasureLine measure={one} />} />
      )}
    </Page>
  );
}

function OwnList<Item extends { id: number }>({ what, row }: { what: View; row: (item: Item) => ReactNode }) {
  const t = useTexts(texts);
  const pages = usePages<Item>(['own-reports', what], `/api/me/${what}`);
  const { items, error } = pages;
  if (error && !items) return <ErrorState error={error} onRetry={() => void pages.refetch()} />;
  if (!items) return <LoadingState />;
  if (items.length === 0) {
    return (
      <EmptyState icon={<Icon56ReportOutline />} title={t(`own.${what}.none`)}>
        {t(`own.${what}.none.hint`)}
      </EmptyState>
    );
  }
  return (
    <div className={styles.cards}>
      <PagedList
        label={t(`own.${what}`)}
        items={items}
        idOf={({ id }) => id}
        hasNext={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        row={row}
      />
    </div>
  );
}

function ReportLine({ report }: { report: OwnReport }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { person, chat_title, target, state, outcome } = report;
  const name = person ? displayName(person) : '';
  const about =
    target === 'chat'
      ? t('own.chat', { title: chat_title ?? '' })
      : target === 'message'
        ? t('own.message_of', { name })
        : name;
  const tone = state === 'open' ? 'plain' : outcome === 'acted' ? 'good' : 'plain';
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span className={styles.name}>{about}</span>
        <Tag tone={tone}>{t(`own.state.${outcome ?? 'open'}`)}</Tag>
      </div>
      <div className={styles.note}>
        {t(`report.kind.${report.kind}`)} · {dates.dateTime(report.created_at)}
      </div>
      {report.words && <p className={styles.words}>{report.words}</p>}
      {report.answer && <p className={styles.answer}>{t('own.answer', { answer: report.answer })}</p>}
    </article>
  );
}

function MeasureLine({ measure }: { measure: OwnMeasure }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <span className={styles.name}>{t(`done.${measure.kind}`)}</span>
        <Standing measure={measure} />
      </div>
      <div className={styles.note}>
        {[measure.chat_title && t('own.chat', { title: measure.chat_title }), dates.dateTime(measure.taken_at)]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <p className={styles.answer}>{t('own.reason', { reason: measure.reason })}</p>
    </article>
  );
}
