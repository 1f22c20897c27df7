import { Icon16Chevron, Icon20NotificationOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import chip from '../confirm/AwaitedChip.module.css';
import { listReminders } from './server';
import { texts } from './texts';

const RemindersSheet = lazy(() => import('./RemindersSheet'));

/** Over the list of chats: what I asked to be reminded of. */
export default function RemindersChip() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ queryKey: ['reminders'], queryFn: listReminders, staleTime: Number.POSITIVE_INFINITY });
  const count = data?.items.length ?? 0;
  const due = data?.items.filter((one) => one.reminded).length ?? 0;
  return (
    <>
      {count > 0 && (
        <button type="button" className={chip.chip} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon20NotificationOutline aria-hidden="true" />
          <span className={chip.words}>{due > 0 ? t('reminders.due', { count: due }) : t('reminders.row', { count })}</span>
          <Icon16Chevron aria-hidden="true" />
        </button>
      )}
      <Suspense>{open && <RemindersSheet onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
