import { Icon16Chevron } from '@vkontakte/icons';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Sheet } from '../../core/ui/Sheet';
import styles from './AwaitedChip.module.css';
import asked from './Asked.module.css';
import { AwaitedList } from './AwaitedList';
import { texts } from './texts';
import { useAwaited } from './useAwaited';

const MOST_COUNTED = 100;

/** Over the list of chats: how many messages wait for my confirmation, and the way to them. */
export default function AwaitedChip({ onOpen }: { onOpen: (conversationId: number) => void }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const { count } = useAwaited();
  const words = count >= MOST_COUNTED ? t('awaited.chip.many', { count: MOST_COUNTED - 1 }) : t('awaited.chip', { count });
  const title = t('awaited.title');
  return (
    <>
      {count > 0 && (
        <button type="button" className={styles.chip} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span className={asked.mark} aria-hidden="true">
            !!!
          </span>
          <span className={styles.words}>{words}</span>
          <Icon16Chevron aria-hidden="true" />
        </button>
      )}
      <Sheet title={title} open={open} fit onClose={() => setOpen(false)}>
        {open && (
          <AwaitedList
            onOpen={(id) => {
              setOpen(false);
              onOpen(id);
            }}
          />
        )}
      </Sheet>
    </>
  );
}
