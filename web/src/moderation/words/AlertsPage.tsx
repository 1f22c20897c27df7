import { Icon56CheckShieldOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { ApiError } from '../../core/api/error';
import { usePages } from '../../core/api/usePages';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { useSearch } from '../../core/navigation/router';
import { Chips } from '../../core/ui/Chips';
import { briefName } from '../../core/ui/names';
import { Page } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import styles from '../Moderation.module.css';
import { Tag } from '../Tag';
import { AlertPage } from './AlertPage';
import type { AlertBrief } from './server';
import { texts } from './texts';

const VIEWS = ['open', 'closed'] as const;

/** Calls for help, for those whom the organisation has named. */
export default function AlertsPage() {
  const id = Number(useSearch().get('id'));
  return id > 0 ? <AlertPage key={id} id={id} /> : <Alerts />;
}

function Alerts() {
  const t = useTexts(texts);
  const [view, setView] = useState<(typeof VIEWS)[number]>('open');
  const pages = usePages<AlertBrief>(['crisis-alerts', view], '/api/crisis-alerts', { closed: String(view === 'closed') });
  const { items, error } = pages;
  const notNamed = error instanceof ApiError && error.status === 404;
  return (
    <Page
      title={t('alerts.title')}
      up="/settings"
      below={
        <Chips
          label={t('words.view')}
          options={VIEWS.map((value) => ({ value, label: t(`alerts.${value}`) }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {notNamed && <EmptyState icon={<Icon56CheckShieldOutline />} title={t('alerts.not_named')} />}
      {error && !notNamed && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56CheckShieldOutline />} title={t(`alerts.none.${view}`)}>
          {view === 'open' && t('alerts.none.hint')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <div className={styles.cards}>
          <PagedList
            label={t(`alerts.${view}`)}
            items={items}
            idOf={(one) => one.id}
            hasNext={pages.hasNextPage}
            busy={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            row={(one) => <AlertLine alert={one} />}
          />
        </div>
      )}
    </Page>
  );
}

function AlertLine({ alert }: { alert: AlertBrief }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <Link to={`/settings/alerts?id=${alert.id}`} className={styles.card}>
      <span className={styles.head}>
        <span className={styles.name}>{alert.author && briefName(alert.author)}</span>
        <Tag tone={alert.state === 'new' ? 'bad' : 'plain'}>{t(`alerts.state.${alert.state}`)}</Tag>
      </span>
      <span className={styles.note}>
        {[
          alert.author?.label,
          dates.dateTime(alert.said_at),
          alert.more > 0 && t('alerts.more', { count: alert.more }),
          alert.taken_by && alert.state === 'taken' && t('alerts.taken_by', { name: briefName(alert.taken_by) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}
