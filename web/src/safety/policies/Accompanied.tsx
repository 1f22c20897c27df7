import { useQuery } from '@tanstack/react-query';
import { Icon24MessageOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Policies.module.css';
import { openAccompanied, readOffer } from './server';
import { texts } from './texts';

/** Where a school wants a second grown-up: who that is, and the way into the chat with them. */
export default function Accompanied({ person }: { person: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['accompanied', person], queryFn: () => readOffer(person), staleTime: 0 });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const open = async () => {
    setBusy(true);
    try {
      const { id } = await openAccompanied(person);
      navigate(`/chats/${id}`);
    } catch (failure) {
      toast(explain(failure), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.offer} aria-label={t('with.title')}>
      <p className={styles.note}>{t('with.why')}</p>
      {data.adults.length === 0 && <p className={styles.note}>{t('with.nobody')}</p>}
      {data.adults.length > 0 && (
        <>
          <p className={styles.note}>{t('with.who', { count: data.adults.length, names: data.adults.map(displayName).join(', ') })}</p>
          <Button size="l" before={<Icon24MessageOutline />} loading={busy} onClick={() => void open()}>
            {t(data.conversation_id === null ? 'with.make' : 'with.open')}
          </Button>
        </>
      )}
    </section>
  );
}
