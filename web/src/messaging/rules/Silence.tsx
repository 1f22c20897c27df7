import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { ChatSettings, Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { Choice } from './Choice';
import { keepSettings } from './keepSettings';
import styles from './Rules.module.css';
import { endSilence, silence } from './server';
import { secondsOf, TERMS } from './terms';
import { texts } from './texts';
import { isAhead, isForever } from './writing';

/** Nobody but the administrators writes for a while. */
export function Silence({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const dates = useDates();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [term, setTerm] = useState('3600');
  const [reason, setReason] = useState('');
  const until = conversation.settings?.silent_until ?? null;
  const tell = (asked: Promise<ChatSettings>) => {
    setBusy(true);
    asked
      .then(
        (fresh) => {
          keepSettings(conversation, fresh);
          setAsking(false);
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  if (until !== null && isAhead(until)) {
    return (
      <div className={styles.card} role="note">
        <div className={styles.who}>{isForever(until) ? t('rules.silence.on') : t('rules.silence.until', { when: dates.dateTime(until) })}</div>
        {conversation.settings?.silence_reason && <p className={styles.text}>{conversation.settings.silence_reason}</p>}
        <div className={styles.buttons}>
          <Button mode="secondary" loading={busy} onClick={() => tell(endSilence(conversation.id))}>
            {t('rules.silence.end')}
          </Button>
        </div>
      </div>
    );
  }
  if (!asking) {
    return (
      <>
        <div className={styles.foot}>
          <Button mode="secondary" size="m" onClick={() => setAsking(true)}>
            {t('rules.silence.start')}
          </Button>
        </div>
        <p className={styles.hint}>{t('rules.silence.hint')}</p>
      </>
    );
  }
  return (
    <div className={styles.card}>
      <Choice label={t('rules.term')} value={term} disabled={busy} options={TERMS.map(([name]) => [name, t(`rules.term.${name}`)])} onChange={setTerm} />
      <FormItem top={t('rules.reason')} bottom={t('rules.reason.all')} htmlFor="silence-reason" noPadding>
        <Input id="silence-reason" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </FormItem>
      <div className={styles.buttons}>
        <Button loading={busy} onClick={() => tell(silence(conversation.id, secondsOf(term), reason))}>
          {t('rules.silence.start')}
        </Button>
        <Button mode="secondary" disabled={busy} onClick={() => setAsking(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
