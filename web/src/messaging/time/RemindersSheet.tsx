import { Icon56NotificationOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useQuery } from '@tanstack/react-query';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { previewOf, titleOf } from '../titles';
import { listReminders, putAway, type Reminder } from './server';
import { texts } from './texts';
import styles from './Time.module.css';

/** My reminders: those whose moment has come stand on top until they are put away. */
export default function RemindersSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const list = useQuery({ queryKey: ['reminders'], queryFn: listReminders, staleTime: 0 });
  const title = t('reminders.title');
  return (
    <Sheet title={title} fit onClose={onClose}>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && (
        <EmptyState icon={<Icon56NotificationOutline />} title={t('reminders.empty')}>
          {t('reminders.empty.hint')}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={title}>
        {list.data?.items.map((reminder) => (
          <Row key={reminder.message.id} reminder={reminder} onClose={onClose} onGone={() => void list.refetch()} />
        ))}
      </ul>
    </Sheet>
  );
}

function Row({ reminder, onClose, onGone }: { reminder: Reminder; onClose: () => void; onGone: () => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const people = useStore((store) => store.data.people);
  const chat = useStore((store) => store.data.conversations[reminder.message.conversation_id]);
  const { message, reminded } = reminder;
  const when = dates.dateTime(reminder.at);
  return (
    <li className={styles.item}>
      <div className={reminded ? `${styles.when} ${styles.due}` : styles.when}>{t(reminded ? 'reminders.now' : 'reminders.at', { when })}</div>
      <div className={styles.words}>{previewOf(message, people, t)}</div>
      {chat !== undefined && <div className={styles.when}>{titleOf(chat, people, t)}</div>}
      <div className={styles.buttons}>
        <Button
          size="s"
          mode="secondary"
          onClick={() => {
            onClose();
            navigate(`/chats/${message.conversation_id}?at=${message.number}`);
          }}
        >
          {t('reminders.open')}
        </Button>
        <Button size="s" mode="tertiary" onClick={() => void putAway(message.id).then(onGone, (reason: unknown) => toast(explain(reason), { failed: true }))}>
          {t('reminders.done')}
        </Button>
      </div>
    </li>
  );
}
