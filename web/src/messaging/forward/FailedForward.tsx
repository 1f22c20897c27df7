import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { ChatAvatar } from '../list/ChatAvatar';
import picker from '../list/PeoplePicker.module.css';
import rows from '../list/ChatRows.module.css';
import { titleOf } from '../titles';
import type { ForwardResult } from './forwarding';
import styles from './ForwardSheet.module.css';
import { TEXTS } from './texts';

/** Which chats said no, and why; the others have the messages. */
export function FailedForward({ results, onClose }: { results: readonly ForwardResult[]; onClose: () => void }) {
  const t = useTexts(TEXTS);
  const people = useStore((store) => store.data.people);
  const known = useStore((store) => store.data.conversations);
  const failed = results.filter(({ problem }) => problem !== null);
  const all = failed.length === results.length;
  return (
    <div className={picker.form} role="alert">
      <h3 className={styles.heading}>{t(all ? 'forward.failed.all' : 'forward.failed')}</h3>
      {!all && <p className={rows.note}>{t('forward.failed.hint')}</p>}
      <ul className={rows.plain}>
        {failed.map(({ conversation_id, problem }) => {
          const chat = known[conversation_id];
          return (
            <li key={conversation_id} className={styles.failed}>
              {chat !== undefined && <ChatAvatar chat={chat} size={40} />}
              <span className={styles.title}>
                {chat === undefined ? '' : titleOf(chat, people, t)}
                <span className={styles.why}>{problem?.detail ?? problem?.title}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <div className={picker.foot}>
        <Button size="l" stretched onClick={onClose}>
          {t('forward.close')}
        </Button>
      </div>
    </div>
  );
}
