import { useQuery } from '@tanstack/react-query';
import { Accordion } from '@vkontakte/vkui';

import { api } from '../../core/api/client';
import type { Consent } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import { Page } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Markdown } from '../documents/Markdown';
import { useDocuments } from '../documents/useDocuments';
import styles from './DocumentsPage.module.css';

/** What the person agreed to and when, readable at any time. */
export function DocumentsPage() {
  const t = useT();
  const dates = useDates();
  const { data, error, refetch } = useDocuments();
  const consents = useQuery({
    queryKey: ['me', 'consents'],
    queryFn: () => api.get<{ items: Consent[] }>('/api/me/consents'),
  }).data?.items;
  const given = (document: string, version: string) =>
    consents?.find((consent) => consent.document === document && consent.version === version && !consent.withdrawn_at);
  return (
    <Page title={t('settings.documents')} up="/settings">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      <div className={styles.list}>
        {data?.items.map(({ document, version, title, text_markdown }) => {
          const consent = given(document, version);
          const note = consent ? t('documents.given', { when: dates.dateTime(consent.given_at) }) : '';
          return (
            <Accordion key={document}>
              <Accordion.Summary
                multiline
                subtitle={[t('documents.version', { version }), note].filter(Boolean).join(' · ')}
              >
                {title}
              </Accordion.Summary>
              <Accordion.Content>
                <div className={styles.text}>
                  <Markdown text={text_markdown} />
                </div>
              </Accordion.Content>
            </Accordion>
          );
        })}
      </div>
    </Page>
  );
}
