import { Icon24StatisticsOutline, Icon56CheckShieldOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { usePages } from '../core/api/usePages';
import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { Link } from '../core/navigation/Link';
import { Chips } from '../core/ui/Chips';
import { briefName } from '../core/ui/names';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { aboutOf } from './about';
import styles from './Moderation.module.css';
import type { CaseBrief } from './server';
import { Tag } from './Tag';
import { texts } from './texts';

const VIEWS = ['open', 'mine', 'decided'] as const;

/** What waits for those who decide, the most urgent first. */
export function QueuePage() {
  const t = useTexts(texts);
  const [view, setView] = useState<(typeof VIEWS)[number]>('open');
  const pages = usePages<CaseBrief>(['report-cases', 'list'], '/api/report-cases', { view });
  const { items, error } = pages;
  return (
    <Page
      title={t('queue.title')}
      up="/school"
      after={
        <Link
          to="/school/reports/statistics"
          className={styles.figuresLink}
          aria-label={t('queue.statistics')}
          title={t('queue.statistics')}
        >
          <Icon24StatisticsOutline />
        </Link>
      }
      below={
        <Chips
          label={t('queue.view')}
          options={VIEWS.map((value) => ({ value, label: t(`queue.${value}`) }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {error && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56CheckShieldOutline />} title={t(`queue.none.${view}`)}>
          {view === 'open' && t('queue.none.hint')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <div className={styles.cards}>
          <PagedList
            label={t(`queue.${view}`)}
            items={items}
            idOf={({ id }) => id}
            hasNext={pages.hasNextPage}
            busy={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            row={(one) => <CaseLine case={one} />}
          />
        </div>
      )}
    </Page>
  );
}

/** A case in a list. */
export function CaseLine({ case: one }: { case: CaseBrief }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <Link to={`/school/reports/${one.id}`} className={styles.card}>
      <span className={styles.head}>
        <span className={styles.name}>{aboutOf(one, t)}</span>
        <CaseTags case={one} />
      </span>
      {one.excerpt && <span className={styles.excerpt}>{one.excerpt}</span>}
      <span className={styles.note}>
        {[
          t('queue.reports', { count: one.reports }),
          one.kinds.map(({ kind }) => t(`report.kind.${kind}`)).join(', '),
          one.taken_by && one.state === 'open' && t('queue.taken', { name: briefName(one.taken_by) }),
          one.decided_at ? dates.dateTime(one.decided_at) : t('queue.due', { when: dates.dateTime(one.due_at) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}

/** How a case stands, in words. */
export function CaseTags({ case: one }: { case: CaseBrief }) {
  const t = useTexts(texts);
  if (one.outcome)
    return <Tag tone={one.outcome === 'acted' ? 'good' : 'plain'}>{t(`case.outcome.${one.outcome}`)}</Tag>;
  if (one.overdue) return <Tag tone="bad">{t('queue.overdue')}</Tag>;
  return one.for_operators ? <Tag tone="plain">{t('queue.operators')}</Tag> : null;
}
