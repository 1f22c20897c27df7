import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { useSession, wantedPlace } from '../session';
import { leaveToSignIn } from './leaving';
import styles from './OutsideButtons.module.css';
import { texts } from './texts';

/** The services that are switched on, under the field for the code. */
export default function OutsideButtons() {
  const t = useTexts(texts);
  const explain = useExplain();
  const offers = useSession((session) => session.settings?.outside ?? []);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const go = async (provider: string) => {
    setBusy(provider);
    setError(null);
    try {
      await leaveToSignIn(provider, wantedPlace() ?? '');
    } catch (thrown) {
      setError(thrown);
      setBusy(null);
    }
  };
  return (
    <div className={styles.services}>
      <p className={styles.or} aria-hidden="true">
        {t('outside.or')}
      </p>
      {offers.map(({ provider, title }) => (
        <Button
          key={provider}
          size="l"
          mode="secondary"
          stretched
          loading={busy === provider}
          disabled={busy !== null && busy !== provider}
          onClick={() => void go(provider)}
        >
          {t('outside.enter', { provider, title })}
        </Button>
      ))}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {explain(error)}
        </p>
      )}
    </div>
  );
}
