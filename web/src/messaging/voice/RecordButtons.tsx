import { Icon28VideocamOutline, Icon28VoiceOutline } from '@vkontakte/icons';
import { lazy, Suspense, useState, type PointerEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import styles from '../compose/Composer.module.css';
import own from './RecordButtons.module.css';
import { followFinger, type Finger } from './finger';
import { hasKept } from './kept';
import type { Destination } from './sendRecorded';

const VoiceRecorder = lazy(() => import('./VoiceRecorder'));
const CircleRecorder = lazy(() => import('./CircleRecorder'));

type Open = { what: 'voice'; finger: Finger | null } | { what: 'circle' };

interface Props {
  destination: Destination;
  /** There is something to send instead: no buttons, but a recording that runs goes on. */
  hidden: boolean;
}

/** Where the field is empty: a microphone to press or to hold, and a round camera. */
export default function RecordButtons({ destination, hidden }: Props) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(() => (hasKept(destination.conversationId) ? { what: 'voice', finger: null } : null));
  const close = () => setOpen(null);
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.pointerType !== 'mouse' && open === null) setOpen({ what: 'voice', finger: followFinger(event.nativeEvent) });
  };
  return (
    <>
      {!hidden && (
        <>
          <button type="button" className={styles.button} aria-label={t('compose.circle')} title={t('compose.circle')} onClick={() => setOpen({ what: 'circle' })}>
            <Icon28VideocamOutline aria-hidden="true" />
          </button>
          <button
            type="button"
            className={`${styles.send} ${own.microphone}`}
            aria-label={t('compose.voice')}
            title={t('compose.voice')}
            onPointerDown={press}
            onContextMenu={(event) => event.preventDefault()}
            onClick={() => setOpen((was) => was ?? { what: 'voice', finger: null })}
          >
            <Icon28VoiceOutline aria-hidden="true" />
          </button>
        </>
      )}
      <Suspense>
        {open?.what === 'voice' && <VoiceRecorder destination={destination} finger={open.finger} onClose={close} />}
        {open?.what === 'circle' && <CircleRecorder destination={destination} onClose={close} />}
      </Suspense>
    </>
  );
}
