import { useState } from 'react';

import { queries } from '../../core/api/query';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import type { SheetProps } from '../chat/sheets';
import { remind } from './server';
import { texts } from './texts';
import { When } from './When';

/** When to come back to a message. */
export default function RemindSheet({ message, onClose }: SheetProps) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const choose = (moment: Date) => {
    setBusy(true);
    remind(message.id, moment.toISOString()).then(
      () => {
        toast(t('remind.done', { when: dates.dateTime(moment) }));
        void queries.invalidateQueries({ queryKey: ['reminders'] });
        onClose();
      },
      (reason: unknown) => {
        toast(explain(reason), { failed: true });
        setBusy(false);
      },
    );
  };
  return <When ready={['minutes', 'hour', 'tomorrow', 'monday']} action={t('remind.do')} busy={busy} onChoose={choose} />;
}
