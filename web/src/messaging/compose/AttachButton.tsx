import { Icon28AttachOutline } from '@vkontakte/icons';
import { lazy, Suspense, useRef, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation } from '../../core/store/types';
import type { Target } from '../chat/useChatActions';
import styles from './Composer.module.css';
import type { Extras } from './extras';
import { COMPOSE_SHEETS } from './sheets';
import type { Incoming } from './useIncoming';

const PlusMenu = lazy(() => import('./PlusMenu'));

interface Props {
  conversation: Conversation;
  target: Target;
  files: Incoming;
  extras: Extras;
}

/** The paper clip: files, and whatever else may be added. */
export function AttachButton({ conversation, target, files, extras }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const context = { conversation, reply: target.reply, extras, chooseFiles: () => input.current?.click(), open: setSheet };
  const Sheet = sheet === null ? undefined : COMPOSE_SHEETS[sheet];
  return (
    <>
      <button
        type="button"
        className={styles.button}
        disabled={target.edit !== null}
        aria-label={t('compose.attach')}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          setAt({ x: left, y: top });
        }}
      >
        <Icon28AttachOutline aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('compose.attach')}
        onChange={(event) => {
          if (event.target.files) files.add([...event.target.files]);
          event.target.value = '';
        }}
      />
      <Suspense>
        {at !== null && <PlusMenu context={context} at={at} onClose={() => setAt(null)} />}
        {Sheet && <Sheet context={context} onClose={() => setSheet(null)} />}
      </Suspense>
    </>
  );
}
