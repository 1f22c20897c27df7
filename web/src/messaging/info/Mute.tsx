import { Icon24NotificationOutline, Icon24NotificationSlashOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain, useT } from '../../core/i18n/useT';
import { withConversation } from '../../core/store/thread';
import { change } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { isMuted, isMutedForever } from '../muting';
import { mute } from '../server/conversations';
import styles from './Info.module.css';

const HOUR = 3600_000;
const TERMS: [id: string, until: () => string | null][] = [
  ['info.mute.hour', () => new Date(Date.now() + HOUR).toISOString()],
  ['info.mute.day', () => new Date(Date.now() + 24 * HOUR).toISOString()],
  ['info.mute.week', () => new Date(Date.now() + 7 * 24 * HOUR).toISOString()],
  ['info.mute.forever', () => 'forever'],
];

/** Silence for an hour, a day, a week, for good. */
export function Mute({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const explain = useExplain();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const muted = isMuted(conversation);
  const choose = (until: string | null) => {
    setAt(null);
    mute(conversation.id, until).then(
      () => change((state) => withConversation(state, { ...(state.conversations[conversation.id] ?? conversation), muted_until: until })),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
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
          {(muted ? [['info.mute.enable', () => null] as const, ...TERMS] : TERMS).map(([id, until]) => (
            <button key={id} type="button" role="menuitem" className={menu.item} onClick={() => choose(until())}>
              {t(id)}
            </button>
          ))}
        </Floating>
      )}
    </>
  );
}

function Term({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const dates = useDates();
  if (!isMuted(conversation)) return <span className={styles.value}>{t('info.mute.on')}</span>;
  const until = conversation.muted_until ?? '';
  const text = isMutedForever(conversation) ? t('info.muted.forever') : t('info.muted', { when: dates.dateTime(until).toLowerCase() });
  return <span className={styles.value}>{text}</span>;
}
