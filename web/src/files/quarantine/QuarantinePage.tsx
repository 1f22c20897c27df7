import { Icon56CheckShieldOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';
import { usePages } from '../../core/api/usePages';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Page } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { useSize } from '../useSize';
import styles from './Quarantine.module.css';
import { texts } from './texts';

type Quarantined = components['schemas']['Quarantined'];

const KEY = ['quarantine'];

/** Infected files, for operators: let out after a false alarm, or destroyed before their time. */
export default function QuarantinePage() {
  const t = useTexts(texts);
  const pages = usePages<Quarantined>(KEY, '/api/quarantine');
  const { items, error } = pages;
  return (
    <Page title={t('quarantine.title')} up="/school" quiet={items?.length === 0}>
      {error && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56CheckShieldOutline />} title={t('quarantine.none')}>
          {t('quarantine.none.hint')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <PagedList
          label={t('quarantine.title')}
          items={items}
          idOf={({ id }) => id}
          hasNext={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
          row={(file) => <QuarantinedCard file={file} />}
        />
      )}
    </Page>
  );
}

function QuarantinedCard({ file }: { file: Quarantined }) {
  const t = useTexts(texts);
  const dates = useDates();
  const size = useSize();
  return (
    <article className={styles.card}>
      <h2 className={styles.name}>{file.name}</h2>
      <p className={styles.found}>{t('quarantine.found', { name: file.found })}</p>
      <p className={styles.note}>
        {t('quarantine.from', { name: file.owner_name, when: dates.dateTime(file.scanned_at) })} · {size(file.size)}
      </p>
      <p className={styles.note}>
        {file.destroyed_at
          ? t('quarantine.until', { when: dates.dateTime(file.destroyed_at) })
          : t('quarantine.destroyed')}
      </p>
      {file.destroyed_at && <Acts file={file} />}
    </article>
  );
}

function Acts({ file: { id, name } }: { file: Quarantined }) {
  const t = useTexts(texts);
  const release = useDeed(() => api.put(`/api/quarantine/${id}/release`), t('quarantine.released'));
  const destroy = useDeed(() => api.delete(`/api/quarantine/${id}`), t('quarantine.destroy.done'));
  const ask = async (what: 'release' | 'destroy', action: string, act: () => void) => {
    const title = t(`quarantine.${what}.question`, { name });
    if (await confirm({ title, text: t(`quarantine.${what}.hint`), action, destructive: true })) act();
  };
  return (
    <div className={styles.acts}>
      <Button
        mode="secondary"
        disabled={release.isPending}
        onClick={() => void ask('release', t('quarantine.release.action'), release.mutate)}
      >
        {t('quarantine.release')}
      </Button>
      <Button
        mode="secondary"
        appearance="negative"
        disabled={destroy.isPending}
        onClick={() => void ask('destroy', t('quarantine.destroy'), destroy.mutate)}
      >
        {t('quarantine.destroy')}
      </Button>
    </div>
  );
}

function useDeed(deed: () => Promise<unknown>, done: string) {
  const queries = useQueryClient();
  const explain = useExplain();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      toast(done);
      await queries.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => toast(explain(error), { failed: true }),
  });
}
