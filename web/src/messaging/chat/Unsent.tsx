import { Icon16ErrorCircleOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import type { SendTask } from '../outbox/tasks';
import { useChatActs } from './context';
import styles from './Unsent.module.css';

/** A refusal is never silent: why, and what can be done. */
export function Unsent({ task }: { task: SendTask }) {
  const t = useT();
  const acts = useChatActs();
  const failedFile = task.files.some((file) => file.failed);
  return (
    <div className={styles.unsent} role="alert">
      <Icon16ErrorCircleOutline aria-hidden="true" />
      <span>{task.problem?.detail || task.problem?.title || t(failedFile ? 'message.failed.files' : 'message.failed')}</span>
      <button type="button" className={styles.button} onClick={() => acts.retry(task)}>
        {t('message.retry')}
      </button>
      <button type="button" className={styles.button} onClick={() => acts.drop(task)}>
        {t('message.drop')}
      </button>
    </div>
  );
}
