import { useQuery, useQueryClient } from '@tanstack/react-query';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Page } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import styles from './Policies.module.css';
import { keepSafeMode, readSafeMode, type SafeMode } from './server';
import { texts } from './texts';

const KEY = ['me', 'safe-mode'];

/** One's own safe mode: seen by everybody, left by those whom no guardian holds to it. */
export default function SafeModePage() {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: readSafeMode, staleTime: 0 });
  return (
    <Page title={t('safe.page')} up="/settings">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <SafeSwitch mode={data} />}
    </Page>
  );
}

function SafeSwitch({ mode }: { mode: SafeMode }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const locked = mode.locked_by.length > 0;
  const change = async (kept: boolean) => {
    const leaves = !kept && mode.of_pupil;
    if (leaves && !(await confirm({ title: t('safe.off'), text: t('safe.off.text'), action: t('safe.off.act') }))) return;
    await keepSafeMode(kept).then(
      (fresh) => cache.setQueryData(KEY, fresh),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  };
  return (
    <>
      <Switchable
        title={t('safe.switch')}
        hint={t(mode.of_pupil ? 'safe.pupil' : 'safe.adult')}
        checked={mode.kept}
        disabled={locked}
        onChange={(kept) => void change(kept)}
      />
      {locked && <p className={styles.note}>{t('safe.locked', { names: mode.locked_by.map(displayName).join(', ') })}</p>}
    </>
  );
}
