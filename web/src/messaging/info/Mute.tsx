import { Icon24NotificationOutline, Icon24NotificationSlashOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { isMuted, isMutedForever } from '../muting';
import { MENTIONS_ONLY, TERMS } from '../order/mutes';
import { texts } from '../order/texts';
import { wishFor } from '../outbox/wishes';
import styles from './Info.module.css';

/** Silence for a while or for good, on all my devices. */
export function Mute({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const muted = isMuted(conversation);
  const choose = (until: string | null) => {
    setAt(null);
    wishFor(conversation.id, { what: 'muted', until });
  };
  const Icon = muted ? Icon24NotificationSlashOutline : Icon24NotificationOutline;
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt({ x: box.right - 240, y: box.bottom });
        }}
      >
        <Icon aria-hidden="true" />
        <span>{t('info.mute')}</span>
        <Term conversation={conversation} />
      </button>
      {at !== null && (
        <Floating at={at} label={t('info.mute')} onClose={() => setAt(null)}>
          {[...(muted ? [['order.unmute', () => null] as const] : []), ...TERMS].map(([id, until]) => (
            <button key={id} type="button" role="menuitem" className={menu.item} onClick={() => choose(until())}>
              {t(id)}
            </button>
          ))}
          {conversation.kind === 'group' && (
            <button
              type="button"
              role="menuitem"
              className={menu.item}
              onClick={() => {
                setAt(null);
                wishFor(conversation.id, MENTIONS_ONLY);
              }}
            >
              {t('order.mute.mentions')}
            </button>
          )}
        </Floating>
      )}
    </>
  );
}

function Term({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const dates = useDates();
  if (!isMuted(conversation)) return <span className={styles.value}>{t('info.mute.on')}</span>;
  if (conversation.mentions_pass === true) return <span className={styles.value}>{t('order.mute.mentions')}</span>;
  const until = conversation.muted_until ?? '';
  const text = isMutedForever(conversation) ? t('info.muted.forever') : t('info.muted', { when: dates.dateTime(until).toLowerCase() });
  return <span className={styles.value}>{text}</span>;
}
