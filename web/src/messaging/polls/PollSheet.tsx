import { useQuery } from '@tanstack/react-query';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Message, Poll } from '../../core/store/types';
import { ErrorState, LoadingState } from '../../core/ui/states';
import type { SheetProps } from '../chat/sheets';
import { Export } from '../confirm/Export';
import { Remind } from '../confirm/Remind';
import confirming from '../confirm/Confirming.module.css';
import rows from '../list/ChatRows.module.css';
import styles from './PollSheet.module.css';
import { getTurnout } from './server';
import { texts } from './texts';
import { Voters } from './Voters';

/** How a poll goes: who chose what where that is open, and for its author how many are still to vote. */
export default function PollSheet({ message }: SheetProps) {
  const t = useTexts(texts);
  const poll = useLatest(message);
  const watches = useWatches(message);
  if (!poll) return null;
  return (
    <>
      <p className={styles.question}>{poll.question}</p>
      {watches && <Turnout message={message} closed={poll.closed} />}
      {poll.anonymous && <p className={rows.note}>{t('poll.anonymous.note')}</p>}
      {!poll.anonymous && (poll.counts === null ? <p className={rows.note}>{t('poll.hidden')}</p> : <Voters messageId={message.id} poll={poll} />)}
      {watches && <Deeds message={message} poll={poll} />}
    </>
  );
}

/** The sheet stays open while people vote. */
function useLatest(message: Message): Poll | undefined {
  const known = useStore((store) => store.data.threads[message.conversation_id]?.messages[message.number]);
  return (known ?? message).content?.poll;
}

function useWatches(message: Message): boolean {
  return useStore(({ data }) => message.author_id === data.me || (data.conversations[message.conversation_id]?.my_role ?? 'member') !== 'member');
}

const useTurnout = (messageId: number) => useQuery({ queryKey: ['turnout', messageId], queryFn: () => getTurnout(messageId), staleTime: 0, refetchInterval: 15_000 });

function Turnout({ message, closed }: { message: Message; closed: boolean }) {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useTurnout(message.id);
  if (isPending) return <LoadingState />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const total = data.voted + data.waiting;
  return (
    <div className={styles.turnout}>
      <span>{closed ? t('poll.voters', { count: data.voted }) : t('poll.turnout', { voted: data.voted, total })}</span>
      {!closed && (
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.filled} style={{ inlineSize: `${total === 0 ? 0 : (100 * data.voted) / total}%` }} />
        </span>
      )}
    </div>
  );
}

function Deeds({ message, poll }: { message: Message; poll: Poll }) {
  const { data, refetch } = useTurnout(message.id);
  const visible = poll.counts !== null;
  return (
    <div className={confirming.deeds}>
      {!poll.closed && data !== undefined && data.waiting > 0 && (
        <Remind messageId={message.id} againAt={data.remind_again_at} onReminded={() => void refetch()} />
      )}
      {visible && <Export path={`/api/messages/${message.id}/votes/table`} />}
    </div>
  );
}
