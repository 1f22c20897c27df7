import { Icon20PinOutline, Icon24ListPinOutline } from '@vkontakte/icons';
import { VisuallyHidden } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { useChatActs } from '../chat/context';
import { useStickerNames } from '../stickers/caption';
import { previewOf } from '../titles';
import styles from './PinBar.module.css';
import PinsSheet from './PinsSheet';
import { TEXTS } from './texts';
import { usePins } from './usePins';

const MOST_TICKS = 5;

/** What is pinned, one at a time from the newest: a press goes there and brings the one before it. */
export default function PinBar({ conversation }: { conversation: Conversation }) {
  const t = useTexts(TEXTS);
  const acts = useChatActs();
  const people = useStore((store) => store.data.people);
  const { pins } = usePins(conversation);
  const [place, setPlace] = useState(0);
  const [listed, setListed] = useState(false);
  const at = pins.length === 0 ? 0 : place % pins.length;
  const shown = pins[at]?.message;
  useStickerNames(shown);
  // Its room is kept while the pins are on their way.
  if (shown === undefined) return (conversation.pins ?? 0) > 0 ? <div className={styles.bar} /> : null;
  const text = previewOf(shown, people, t);
  return (
    <section className={styles.bar} aria-label={t('pins.title')}>
      <Ticks count={Math.min(pins.length, MOST_TICKS)} at={Math.min(at, MOST_TICKS - 1)} />
      <button
        type="button"
        className={styles.pin}
        onClick={() => {
          acts.jump(shown.number);
          setPlace(at + 1);
        }}
      >
        <VisuallyHidden>{t('pins.jump')} </VisuallyHidden>
        <span className={styles.head}>{pins.length > 1 ? t('pins.pinned.many', { at: at + 1, all: pins.length }) : t('pins.pinned')}</span>
        <span className={styles.text}>{text}</span>
      </button>
      <button type="button" className={styles.list} aria-label={t('pins.list')} title={t('pins.list')} aria-haspopup="dialog" onClick={() => setListed(true)}>
        {pins.length > 1 ? <Icon24ListPinOutline aria-hidden="true" /> : <Icon20PinOutline width={24} height={24} aria-hidden="true" />}
      </button>
      {listed && <PinsSheet conversation={conversation} onJump={acts.jump} onClose={() => setListed(false)} />}
    </section>
  );
}

function Ticks({ count, at }: { count: number; at: number }) {
  return (
    <span className={styles.ticks} aria-hidden="true">
      {Array.from({ length: count }, (_, place) => (
        <span key={place} className={place === count - 1 - at ? styles.here : styles.tick} />
      ))}
    </span>
  );
}
