import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../core/api/usePages';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { navigate } from '../core/navigation/router';
import { toast } from '../core/ui/dialogs';
import { Page, Section } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { ErrorState, LoadingState } from '../core/ui/states';
import { ApplicationLine } from './ApplicationLine';
import styles from './Applications.module.css';
import { applicationsChanged, begin, type ApplicationBrief } from './server';
import { texts } from './texts';

/** What it takes to let a school join, and one's own applications. */
export function ConnectPage() {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const pages = usePages<ApplicationBrief>(['applications', 'mine'], '/api/me/applications');
  const { items, error } = pages;
  const start = async () => {
    setBusy(true);
    try {
      const { id } = await begin();
      applicationsChanged();
      navigate(`/settings/connect/${id}`);
    } catch (failed) {
      toast(explain(failed), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t('connect.title')} up="/settings">
      <p className={styles.lead}>{t('connect.lead')}</p>
      <p className={styles.note}>{t('connect.need')}</p>
      <div className={styles.deeds}>
        <Button size="l" loading={busy} onClick={() => void start()}>
          {t('connect.begin')}
        </Button>
      </div>
      {error && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {!items && !error && <LoadingState />}
      {items && items.length > 0 && (
        <Section title={t('connect.mine')}>
          <div className={styles.cards}>
            <PagedList
              label={t('connect.mine')}
              items={items}
              idOf={({ id }) => id}
              hasNext={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
              row={(one) => <ApplicationLine application={one} to={`/settings/connect/${one.id}`} />}
            />
          </div>
        </Section>
      )}
    </Page>
  );
}
