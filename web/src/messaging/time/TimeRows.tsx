import { Icon24ClockOutline, Icon24DownloadOutline, Icon24PictureOutline } from '@vkontakte/icons';
import { lazy, Suspense, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import styles from '../info/Info.module.css';
import { termText } from './terms';
import { texts } from './texts';

const AttachedSheet = lazy(() => import('./AttachedSheet'));
const ChatLifetimeSheet = lazy(() => import('./ChatLifetimeSheet'));
const ExportSheet = lazy(() => import('./ExportSheet'));

type Open = 'attached' | 'lifetime' | 'export';

interface Props {
  conversation: Conversation;
  /** Closes the page about the chat, to show what is behind it. */
  onClose: () => void;
}

/** What a chat holds, how long its messages live, and a copy to carry away. */
export default function TimeRows({ conversation, onClose }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { lifetime } = conversation;
  return (
    <>
      <button type="button" className={styles.line} aria-haspopup="dialog" onClick={() => setOpen('attached')}>
        <Icon24PictureOutline aria-hidden="true" />
        <span>{t('attached.title')}</span>
      </button>
      <button type="button" className={styles.line} aria-haspopup="dialog" onClick={() => setOpen('lifetime')}>
        <Icon24ClockOutline aria-hidden="true" />
        <span>{t('lifetime.chat')}</span>
        <span className={styles.value}>{lifetime ? termText(lifetime, t) : t('lifetime.chat.off')}</span>
      </button>
      {mayCopy(conversation) && (
        <button type="button" className={styles.line} aria-haspopup="dialog" onClick={() => setOpen('export')}>
          <Icon24DownloadOutline aria-hidden="true" />
          <span>{t('export.item')}</span>
        </button>
      )}
      <Suspense>
        {open === 'attached' && (
          <AttachedSheet
            conversation={conversation}
            onClose={close}
            onJump={() => {
              close();
              onClose();
            }}
          />
        )}
        {open === 'lifetime' && <ChatLifetimeSheet conversation={conversation} onClose={close} />}
        {open === 'export' && <ExportSheet conversation={conversation} onClose={close} />}
      </Suspense>
    </>
  );
}

/** Where forwarding is forbidden only those who keep order copy. */
const mayCopy = ({ settings, my_role, kind }: Conversation): boolean =>
  settings?.forwarding_forbidden !== true || my_role !== 'member' || kind !== 'group';
