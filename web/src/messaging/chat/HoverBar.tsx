import { Icon20MoreHorizontal, Icon20ReplyOutline, Icon20SmileAddOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import type { Message } from '../../core/store/types';
import { useChatActs } from './context';
import styles from './HoverBar.module.css';

interface Props {
  message: Message;
  mine: boolean;
  canWrite: boolean;
}

/** The nearest actions beside a message under the pointer. */
export function HoverBar({ message, mine, canWrite }: Props) {
  const t = useT();
  const acts = useChatActs();
  return (
    <div className={mine ? styles.mine : styles.bar} role="group" aria-label={t('message.actions')}>
      <button type="button" className={styles.button} aria-label={t('message.react')} title={t('message.react')} onClick={() => acts.sheet({ kind: 'emoji', message })}>
        <Icon20SmileAddOutline aria-hidden="true" />
      </button>
      {canWrite && (
        <button type="button" className={styles.button} aria-label={t('message.reply')} title={t('message.reply')} onClick={() => acts.reply(message)}>
          <Icon20ReplyOutline aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className={styles.button}
        aria-label={t('message.more')}
        aria-haspopup="menu"
        title={t('message.more')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          acts.menu(message, { x: box.left, y: box.bottom });
        }}
      >
        <Icon20MoreHorizontal aria-hidden="true" />
      </button>
    </div>
  );
}
