import { Icon24Cancel, Icon24ReplyOutline, Icon24WriteOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import { useAuthorName } from '../chat/Bubble';
import type { Target } from '../chat/useChatActions';
import { previewOf } from '../titles';
import styles from './TargetBar.module.css';

/** Which message is being answered or changed. */
export function TargetBar({ target }: { target: Target }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const message = target.edit ?? target.reply;
  const name = useAuthorName(message?.author_id ?? 0);
  if (message === null) return null;
  const editing = target.edit !== null;
  const Icon = editing ? Icon24WriteOutline : Icon24ReplyOutline;
  return (
    <div className={styles.bar}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>
        <div className={styles.title}>{editing ? t('compose.editing') : name}</div>
        <div className={styles.excerpt}>{previewOf(message, people, t)}</div>
      </div>
      <button type="button" className={styles.cancel} aria-label={t(editing ? 'compose.cancel_edit' : 'compose.cancel_reply')} onClick={target.clear}>
        <Icon24Cancel aria-hidden="true" />
      </button>
    </div>
  );
}
