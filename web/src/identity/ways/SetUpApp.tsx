import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { draftApp, setUpApp } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

/** A picture for the app, and the first code back; then the recovery codes, if there were none. */
export function SetUpApp({ onDone }: { onDone: (codes: string[]) => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const { data, error, refetch } = useQuery({
    queryKey: ['second-factor-draft'],
    queryFn: draftApp,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const [code, setCode] = useState('');
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailed(null);
    try {
      onDone((await setUpApp(code)).codes);
    } catch (thrown) {
      setFailed(thrown);
      setCode('');
    }
    setBusy(false);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p className={styles.note}>{t('app.step.scan')}</p>
      <img className={styles.qr} src={data.qr} alt={t('app.qr')} />
      <p className={styles.note}>
        {t('app.secret')} <span className={styles.secret}>{data.secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <FormItem
        noPadding
        top={t('app.code')}
        htmlFor="app-code"
        status={failed ? 'error' : 'default'}
        bottom={failed ? <span role="alert">{explain(failed)}</span> : undefined}
      >
        <Input
          id="app-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={code}
          aria-invalid={Boolean(failed)}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
      </FormItem>
      <Button type="submit" size="l" stretched loading={busy} disabled={code.length < 6}>
        {t('app.confirm')}
      </Button>
    </form>
  );
}
