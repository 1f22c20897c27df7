import { Icon20Add } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import type { Message } from '../../core/store/types';
import { useChatActs } from './context';
import styles from './MessageMenu.module.css';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export function QuickReactions({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useT();
  const acts = useChatActs();
  const chosen = new Set(message.reactions.filter((reaction) => reaction.mine).map((reaction) => reaction.emoji));
  return (
    <div className={styles.quick} role="group" aria-label={t('message.react')}>
      {QUICK.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitemcheckbox"
          aria-checked={chosen.has(emoji)}
          aria-label={t('message.react.with', { emoji })}
          className={chosen.has(emoji) ? styles.chosen : styles.emoji}
          onClick={() => {
            acts.react(message, emoji);
            onDone();
          }}
        >
          {emoji}
        </button>
      ))}
      <button
        type="button"
        role="menuitem"
        aria-label={t('message.react.more')}
        className={styles.emoji}
        onClick={() => {
          onDone();
          acts.sheet({ kind: 'emoji', message });
        }}
      >
        <Icon20Add aria-hidden="true" />
      </button>
    </div>
  );
}
