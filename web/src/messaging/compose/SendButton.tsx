import { Icon24Done, Icon24Send } from '@vkontakte/icons';
import { lazy, Suspense, useRef, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import styles from './Composer.module.css';

const SendMenu = lazy(() => import('../time/SendMenu'));

const LONG_PRESS = 450;

interface Props {
  hidden: boolean;
  editing: boolean;
  ready: boolean;
  onSend: () => void;
  onSilent: () => void;
  onLater: (moment: Date) => Promise<unknown>;
}

/** Sends with a press; a long press, the right button or the arrow up offer other ways. */
export function SendButton({ hidden, editing, ready, onSend, onSilent, onLater }: Props) {
  const t = useT();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const press = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; long: boolean }>({ timer: undefined, long: false });
  const offer = (button: HTMLElement) => {
    const { right, top } = button.getBoundingClientRect();
    if (ready && !editing) setAt({ x: right - 240, y: top - 100 });
  };
  const hold = (button: HTMLElement) => {
    press.current.long = false;
    press.current.timer = setTimeout(() => {
      press.current.long = true;
      offer(button);
    }, LONG_PRESS);
  };
  const lift = () => clearTimeout(press.current.timer);
  const name = t(editing ? 'compose.save' : 'compose.send');
  return (
    <>
      <button
        type="button"
        hidden={hidden}
        className={styles.send}
        aria-label={name}
        title={editing ? name : t('compose.send.more')}
        disabled={!ready}
        aria-haspopup={editing ? undefined : 'menu'}
        onPointerDown={({ currentTarget, pointerType }) => pointerType !== 'mouse' && hold(currentTarget)}
        onPointerUp={lift}
        onPointerLeave={lift}
        onContextMenu={(event) => {
          event.preventDefault();
          lift();
          if (!press.current.long) offer(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp') return;
          event.preventDefault();
          offer(event.currentTarget);
        }}
        onClick={() => {
          if (!press.current.long) onSend();
          press.current.long = false;
        }}
      >
        {editing ? <Icon24Done width={28} height={28} aria-hidden="true" /> : <Icon24Send width={28} height={28} aria-hidden="true" />}
      </button>
      <Suspense>{at !== null && <SendMenu at={at} onSilent={onSilent} onLater={onLater} onClose={() => setAt(null)} />}</Suspense>
    </>
  );
}
