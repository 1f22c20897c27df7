import { Button } from '@vkontakte/vkui';
import { Icon28MoonOutline, Icon28NotificationWaves } from '@vkontakte/icons';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { snooze, type QuietHours } from '../server';
import { texts } from '../texts';
import styles from './Quiet.module.css';

interface Props {
  hours: QuietHours;
  onChange: (fresh: QuietHours) => void;
}

const HOUR = 3600_000;

/** How it stands now, and silence at once. */
export function NowSection({ hours, onChange }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const ask = (until: string | null) => {
    setBusy(true);
    snooze(until)
      .then(onChange, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  const quiet = hours.quiet_until !== null;
  const next = quiet ? undefined : hours.coming[0];
  const Icon = quiet ? Icon28MoonOutline : Icon28NotificationWaves;
  return (
    <section className={styles.now} aria-label={t('quiet.title')}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.state} role="status">
        <span className={styles.title}>
          {quiet ? t('quiet.now', { when: dates.dateTime(hours.quiet_until!) }) : t('quiet.now.not')}
        </span>
        {next && <span className={styles.hint}>{t('quiet.next', { when: dates.dateTime(next.starts) })}</span>}
      </div>
      <div className={styles.buttons}>
        {hours.snoozed_until !== null ? (
          <Button mode="secondary" size="m" disabled={busy} onClick={() => ask(null)}>
            {t('quiet.end')}
          </Button>
        ) : (
          <>
            <Button
              mode="secondary"
              size="m"
              disabled={busy}
              onClick={() => ask(new Date(Date.now() + HOUR).toISOString())}
            >
              {t('quiet.hour')}
            </Button>
            <Button mode="secondary" size="m" disabled={busy} onClick={() => ask('morning')}>
              {t('quiet.morning')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
