import { Icon56DocumentOutline } from '@vkontakte/icons';
import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../core/api/usePages';
import { useTexts } from '../core/i18n/useTexts';
import { Chips } from '../core/ui/Chips';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { ApplicationLine } from './ApplicationLine';
import styles from './Applications.module.css';
import type { ApplicationBrief } from './server';
import { texts } from './texts';

const VIEWS = ['submitted', 'overdue', 'returned', 'approved', 'declined', 'withdrawn'] as const;
const AGES = [0, 3, 7, 30];
const DAY = 86_400_000;

/** What waits for those who decide, the most urgent first. */
export function QueuePage() {
  const t = useTexts(texts);
  const [view, setView] = useState<(typeof VIEWS)[number]>('submitted');
  const [before, setBefore] = useState<string | null>(null);
  const [days, setDays] = useState(0);
  const late = view === 'overdue';
  const pages = usePages<ApplicationBrief>(['applications', 'queue'], '/api/applications', {
    view: late ? 'submitted' : view,
    overdue: late ? 'true' : null,
    submitted_before: before,
  });
  const { items, error } = pages;
  return (
    <Page
      title={t('queue.title')}
      up="/school"
      below={<Chips label={t('queue.view')} options={VIEWS.map((value) => ({ value, label: t(`queue.${value}`) }))} value={view} onChange={setView} />}
    >
      <FormItem top={t('queue.age')} htmlFor="applications-age" noPadding>
        <NativeSelect
          id="applications-age"
          value={days}
          onChange={(event) => {
            const chosen = Number(event.target.value);
            setDays(chosen);
            // Reckoned once: a moment that moved with every drawing would ask the server again and again.
            setBefore(chosen ? new Date(Date.now() - chosen * DAY).toISOString() : null);
          }}
        >
          {AGES.map((age) => (
            <option key={age} value={age}>
              {age ? t('queue.age.old', { days: age }) : t('queue.age.any')}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      {error && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56DocumentOutline />} title={t('queue.none')}>
          {t('queue.none.hint')}
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
            row={(one) => <ApplicationLine application={one} to={`/school/applications/${one.id}`} />}
          />
        </div>
      )}
    </Page>
  );
}
