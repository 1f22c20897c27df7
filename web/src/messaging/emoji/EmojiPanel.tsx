import { useEffect, useRef } from 'react';

import EmojiPicker from './EmojiPicker';
import styles from './EmojiPanel.module.css';

interface Props {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** The picker above the field: Escape and a press elsewhere close it. */
export default function EmojiPanel({ onPick, onClose }: Props) {
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
      <EmojiPicker onPick={onPick} />
    </div>
  );
}
