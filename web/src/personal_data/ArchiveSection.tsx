import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import { ArchiveItem } from './ArchiveItem';
import styles from './PersonalData.module.css';
import { askArchive, listArchives, type OwnArchive } from './server';
import { texts } from './texts';

const LOOK_EVERY = 2000;

const isRunning = ({ state }: OwnArchive): boolean => state === 'waiting' || state === 'running';

/** A copy of everything that is stored about the person: asking, how far it is, and the door to it. */
export function ArchiveSection() {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['me', 'archives'],
    queryFn: listArchives,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.items.some(isRunning) ? LOOK_EVERY : false),
  });
  const ask = () => {
    setBusy(true);
    askArchive(null)
      .then(() => refetch(), (reason: unknown) => toast(explain(reason), { failed: true }))
      .finally(() => setBusy(false));
  };
  const archives = data?.items ?? [];
  return (
    <Section title={t('archive.title')} hint={t('archive.hint')}>
      {isPending && <LoadingState />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && !archives.some(isRunning) && (
        <Button size="m" loading={busy} onClick={ask}>
          {t('archive.ask')}
        </Button>
      )}
      {archives.length > 0 && (
        <ul className={styles.list} aria-label={t('archive.mine')}>
          {archives.map((one) => (
            <ArchiveItem key={one.id} item={one} onGone={() => void refetch()} />
          ))}
        </ul>
      )}
    </Section>
  );
}
