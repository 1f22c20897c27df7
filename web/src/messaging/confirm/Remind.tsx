import { Icon24NotificationOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError } from '../../core/api/error';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import styles from './Confirming.module.css';
import { remind } from './server';
import { texts } from './texts';

interface Props {
  messageId: number;
  /** From when it may be done again; null when nobody was reminded yet. */
  againAt: string | null;
  onReminded: () => void;
}

/** Reminds those who have not answered, and says when it may be done again. */
export function Remind({ messageId, againAt, onReminded }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const until = told ?? againAt;
  const [opened] = useState(() => Date.now());
  const early = until !== null && (told !== null || Date.parse(until) > opened);
  const send = async () => {
    setBusy(true);
    try {
      setTold((await remind(messageId)).again_at);
      toast(t('confirm.reminded'));
    } catch (reason) {
      const at = reason instanceof ApiError ? reason.problem['again_at'] : null;
      if (typeof at === 'string') setTold(at);
      toast(explain(reason), { failed: true });
    } finally {
      setBusy(false);
      onReminded();
    }
  };
  return (
    <>
      <Button
        size="l"
        stretched
        disabled={early}
        loading={busy}
        before={<Icon24NotificationOutline aria-hidden="true" />}
        onClick={() => void send()}
      >
        {t('confirm.remind')}
      </Button>
      {early && <p className={styles.note}>{t('confirm.remind_at', { when: dates.dateTime(until) })}</p>}
    </>
  );
}
