import { Button, Checkbox, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { canUseKeys, isGivenUp } from './browser';
import { proveByCode, proveByKey, type Standing } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

export type Way = 'app' | 'recovery' | 'key';

interface Props {
  way: Way;
  standing: Standing;
  onWay: (way: Way) => void;
  onPassed: () => void;
}

/** One way to show the factor, and the others one press away. */
export function ShowStep({ way, standing, onWay, onPassed }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [code, setCode] = useState('');
  const [remember, setRemember] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await (way === 'key' ? proveByKey(remember) : proveByCode(code, way, remember));
      onPassed();
    } catch (thrown) {
      setError(isGivenUp(thrown) ? t('key.enter.none') : explain(thrown));
      setCode('');
    }
    setBusy(false);
  };
  const others: Way[] = (['app', 'key', 'recovery'] as const).filter(
    (one) => one !== way && (one === 'app' ? standing.totp : one === 'key' ? standing.passkeys > 0 && canUseKeys() : true),
  );
  return (
    <form className={styles.door} onSubmit={(event) => void submit(event)}>
      {way !== 'key' && (
        <FormItem noPadding top={t(way === 'app' ? 'app.code' : 'door.recovery')} htmlFor="factor-code" status={error ? 'error' : 'default'}>
          <Input
            id="factor-code"
            autoFocus
            inputMode={way === 'app' ? 'numeric' : 'text'}
            autoComplete={way === 'app' ? 'one-time-code' : 'off'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={way === 'app' ? 8 : 24}
            value={code}
            aria-invalid={Boolean(error)}
            onChange={(event) => setCode(event.target.value)}
          />
        </FormItem>
      )}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <Checkbox noPadding checked={remember} onChange={(event) => setRemember(event.target.checked)}>
        {t('door.remember')}
      </Checkbox>
      <Button type="submit" size="l" stretched loading={busy} disabled={way !== 'key' && code.replace(/\W/g, '').length < 6}>
        {t(way === 'key' ? 'door.use.key' : 'door.enter')}
      </Button>
      {others.map((one) => (
        <Button key={one} size="m" mode="tertiary" stretched onClick={() => onWay(one)}>
          {t(`door.use.${one}`)}
        </Button>
      ))}
      <p className={styles.note}>{t('door.lost')}</p>
    </form>
  );
}
