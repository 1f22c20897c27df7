import { Icon24ListCheckOutline } from '@vkontakte/icons';
import { Fragment, lazy, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import styles from './Rules.module.css';
import { Sheet } from './Sheet';
import { texts } from './texts';

const QueueSheet = lazy(() => import('./QueueSheet'));

/** Over the messages: so much waits for me to decide. */
export default function WaitingBanner({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const { held = 0, joins = 0 } = conversation.waiting ?? {};
  const words = [t('rules.waiting', { held }), t('rules.waiting.joins', { joins })].filter((part) => part !== '');
  return (
    <>
      {words.length > 0 && (
        <button type="button" className={styles.banner} onClick={() => setOpen(true)}>
          <Icon24ListCheckOutline aria-hidden="true" />
          <span>
            {words.map((part, place) => (
              <Fragment key={part}>
                {place > 0 && ' '}
                <span>{place + 1 < words.length ? `${part} ·` : part}</span>
              </Fragment>
            ))}
          </span>
          <span>{t('rules.waiting.look')}</span>
        </button>
      )}
      {open && (
        <Sheet title={t('rules.queue')} onClose={() => setOpen(false)}>
          <QueueSheet conversation={conversation} />
        </Sheet>
      )}
    </>
  );
}
