import { Icon24PinSlashOutline } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { Sheet } from '../../core/ui/Sheet';
import { briefName, letteredName } from '../../core/ui/names';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import rows from '../list/ChatRows.module.css';
import { previewOf } from '../titles';
import styles from './PinBar.module.css';
import { TEXTS } from './texts';
import { mayPin, usePinning, usePins } from './usePins';

interface Props {
  conversation: Conversation;
  onJump: (number: number) => void;
  onClose: () => void;
}

/** Everything that is pinned, a step away from where it was said. */
export default function PinsSheet({ conversation, onJump, onClose }: Props) {
  const t = useTexts(TEXTS);
  const { pins, isFetching, error, refetch } = usePins(conversation);
  const pinning = usePinning();
  const jump = (number: number) => {
    onClose();
    onJump(number);
  };
  return (
    <Sheet title={t('pins.title')} onClose={onClose}>
      {pins.length === 0 && isFetching && <LoadingState />}
      {pins.length === 0 && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {pins.length === 0 && !isFetching && error === null && <EmptyState title={t('pins.empty')} />}
      <ul className={rows.plain}>
        {pins.map(({ message }) => (
          <li key={message.id} className={styles.row}>
            <Pinned message={message} onJump={jump} />
            {mayPin(conversation) && (
              <IconButton label={t('pins.unpin')} onClick={() => pinning.unpin(message)}>
                <Icon24PinSlashOutline color="var(--vkui--color_icon_secondary)" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Pinned({ message, onJump }: { message: Message; onJump: (number: number) => void }) {
  const t = useTexts(TEXTS);
  const dates = useDates();
  const people = useStore((store) => store.data.people);
  const author = people[message.author_id];
  return (
    <button type="button" className={styles.message} onClick={() => onJump(message.number)}>
      <Avatar id={message.author_id} title={author === undefined ? '' : letteredName(author)} size={36} portrait={author?.portrait} />
      <span className={styles.words}>
        <span className={styles.author}>
          {author === undefined ? t('chat.unknown_person') : briefName(author)}
          <time className={styles.time} dateTime={message.created_at}>
            {dates.stamp(message.created_at)}
          </time>
        </span>
        <span className={styles.body}>{previewOf(message, people, t)}</span>
      </span>
    </button>
  );
}
