import { useT } from '../../core/i18n/useT';
import type { Message } from '../../core/store/types';
import { useChatActs } from './context';
import styles from './Reactions.module.css';

/** Who answered with what: pressing joins or leaves, the right button names everybody. */
export function Reactions({ message, mine }: { message: Message; mine: boolean }) {
  const t = useT();
  const acts = useChatActs();
  return (
    <div className={mine ? styles.onMine : styles.reactions}>
      {message.reactions.map(({ emoji, count, mine: chosen }) => (
        <button
          key={emoji}
          type="button"
          className={chosen ? styles.chosen : styles.reaction}
          aria-pressed={chosen}
          aria-label={t('message.reaction', { emoji, count })}
          onClick={() => acts.react(message, emoji)}
          onContextMenu={(event) => {
            event.preventDefault();
            event.stopPropagation();
            acts.sheet({ kind: 'reacted', message });
          }}
        >
          <span className={styles.emoji} aria-hidden="true">
            {emoji}
          </span>
          <span aria-hidden="true">{count}</span>
        </button>
      ))}
    </div>
  );
}
