import { Icon20ClockOutline } from '@vkontakte/icons';
import { lazy, Suspense, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { texts } from './texts';
import styles from './Time.module.css';

const ScheduledSheet = lazy(() => import('./ScheduledSheet'));

/** Over the field: how many messages wait here to be sent. */
export default function ScheduledBar({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const count = conversation.scheduled ?? 0;
  return (
    <>
      {count > 0 && (
        <button type="button" className={styles.bar} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon20ClockOutline aria-hidden="true" />
          {t('scheduled.bar', { count })}
        </button>
      )}
      <Suspense>{open && <ScheduledSheet conversation={conversation} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
