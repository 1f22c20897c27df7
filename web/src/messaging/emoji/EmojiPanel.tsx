import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import { LoadingState } from '../../core/ui/states';
import EmojiPicker from './EmojiPicker';
import styles from './EmojiPanel.module.css';

const StickerPanel = lazy(() => import('../stickers/StickerPanel'));

interface Props {
  onPick: (emoji: string) => void;
  /** Absent where only words can be written, such as while a message is being changed. */
  onSticker?: ((id: string) => void) | undefined;
  onClose: () => void;
}

type Tab = 'emoji' | 'stickers';

let lastTab: Tab = 'emoji';

/** The pickers above the field: Escape and a press elsewhere close them. */
export default function EmojiPanel({ onPick, onSticker, onClose }: Props) {
  const [tab, setTab] = useState<Tab>(onSticker === undefined ? 'emoji' : lastTab);
  const panel = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      const inside = target instanceof Element && (panel.current?.contains(target) || target.closest('[aria-expanded]') !== null);
      if (!inside) latest.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, []);
  const choose = (next: Tab) => {
    lastTab = next;
    setTab(next);
  };
  return (
    <div
      ref={panel}
      className={styles.panel}
      role="presentation"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.pickers} role="tabpanel" aria-labelledby={`picker-${tab}`}>
        <Suspense fallback={<LoadingState />}>
          {tab === 'stickers' && onSticker !== undefined ? <StickerPanel onPick={onSticker} /> : <EmojiPicker onPick={onPick} />}
        </Suspense>
      </div>
      {onSticker !== undefined && <Tabs tab={tab} onChoose={choose} />}
    </div>
  );
}

const TABS: [Tab, string][] = [
  ['emoji', 'emoji.title'],
  ['stickers', 'emoji.stickers'],
];

function Tabs({ tab, onChoose }: { tab: Tab; onChoose: (tab: Tab) => void }) {
  const t = useT();
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('compose.emoji')}>
      {TABS.map(([name, title]) => (
        <button
          key={name}
          id={`picker-${name}`}
          type="button"
          role="tab"
          aria-selected={tab === name}
          tabIndex={tab === name ? 0 : -1}
          className={tab === name ? styles.chosen : styles.tab}
          onClick={() => onChoose(name)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
            const other = name === 'emoji' ? 'stickers' : 'emoji';
            onChoose(other);
            document.getElementById(`picker-${other}`)?.focus();
          }}
        >
          {t(title)}
        </button>
      ))}
    </div>
  );
}
