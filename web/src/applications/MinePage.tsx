import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useExplain } from '../core/i18n/useT';
import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { navigate } from '../core/navigation/router';
import { confirm, toast } from '../core/ui/dialogs';
import { phoneInWords } from '../core/ui/names';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import { StateTag } from './ApplicationLine';
import styles from './Applications.module.css';
import { History } from './History';
import { applicationsChanged, keyOf, read, withdraw, type Application } from './server';
import { texts } from './texts';
import { Wizard } from './Wizard';

/** One's own application: the wizard while it may be changed, then how it stands. */
export function MinePage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: keyOf(id), queryFn: () => read(id) });
  const editable = data?.state === 'draft' || data?.state === 'returned';
  return (
    <Page title={t('wizard.title')} up="/settings/connect" deep>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {/* A returned application begins anew with what the server has. */}
      {data && (editable ? <Wizard key={data.state} application={data} /> : <Standing application={data} />)}
      {data && data.history.length > 0 && <History application={data} />}
      {data && (editable || data.state === 'submitted') && <TakeBack application={data} />}
    </Page>
  );
}

function Standing({ application: one }: { application: Application }) {
  const t = useTexts(texts);
  const dates = useDates();
  const reason = one.history[0]?.reason ?? '';
  return (
    <div className={styles.form}>
      <div className={styles.head}>
        <span className={styles.name}>{one.name}</span>
        <StateTag state={one.state} overdue={false} />
      </div>
      <p className={one.state === 'approved' ? styles.good : styles.warn}>
        {t(`told.${one.state}`, {
          reason,
          phone: phoneInWords(one.phone ?? ''),
          when: one.due_at ? dates.dateTime(one.due_at) : '',
        })}
      </p>
    </div>
  );
}

function TakeBack({ application: { id, state } }: { application: Application }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const what = state === 'draft' ? 'wizard.discard' : 'wizard.withdraw';
  const take = async () => {
    if (!(await confirm({ title: t(`${what}.ask`), text: t(`${what}.text`), action: t(what), destructive: true }))) return;
    try {
      await withdraw(id);
      if (state === 'draft') {
        navigate('/settings/connect', { replace: true });
        cache.removeQueries({ queryKey: keyOf(id) });
      }
      applicationsChanged();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <div className={styles.deeds}>
      <Button size="m" mode="tertiary" appearance="negative" onClick={() => void take()}>
        {t(what)}
      </Button>
    </div>
  );
}
