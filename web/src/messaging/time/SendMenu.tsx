import { Icon20ClockOutline, Icon20NotificationSlashOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { isTouch } from '../chat/useSummon';
import { texts } from './texts';
import { When } from './When';

interface Props {
  at: { x: number; y: number };
  onSilent: () => void;
  /** Leaves the message at the server until then; rejects with the reason. */
  onLater: (moment: Date) => Promise<unknown>;
  onClose: () => void;
}

/** Other ways of sending: later, or without a sound. */
export default function SendMenu({ at, onSilent, onLater, onClose }: Props) {
  const t = useTexts(texts);
  const [choosing, setChoosing] = useState(false);
  if (choosing) return <Later onLater={onLater} onClose={onClose} />;
  return (
    <Floating at={isTouch() ? null : at} label={t('send.options')} onClose={onClose}>
      <button type="button" role="menuitem" className={menu.item} onClick={() => setChoosing(true)}>
        <Icon20ClockOutline aria-hidden="true" />
        {t('send.later')}
      </button>
      <button
        type="button"
        role="menuitem"
        className={menu.item}
        onClick={() => {
          onClose();
          onSilent();
        }}
      >
        <Icon20NotificationSlashOutline aria-hidden="true" />
        {t('send.silent')}
      </button>
    </Floating>
  );
}

function Later({ onLater, onClose }: Pick<Props, 'onLater' | 'onClose'>) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const choose = async (moment: Date) => {
    setBusy(true);
    try {
      await onLater(moment);
      toast(t('schedule.done', { when: dates.dateTime(moment) }));
      onClose();
    } catch (reason) {
      toast(explain(reason), { failed: true });
      setBusy(false);
    }
  };
  return (
    <Sheet title={t('schedule.title')} size={420} fit onClose={onClose}>
      <When ready={['hour', 'tonight', 'tomorrow', 'monday']} action={t('schedule.do')} busy={busy} onChoose={(moment) => void choose(moment)} />
    </Sheet>
  );
}
