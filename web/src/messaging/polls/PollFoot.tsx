import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Message, Poll } from '../../core/store/types';
import { useOutbox } from '../outbox/outbox';
import styles from './Poll.module.css';
import { movesInSteps } from './standing';
import { texts } from './texts';

interface Props {
  message: Message;
  poll: Poll;
  chosen: readonly number[];
  looking: boolean;
  onBack: () => void;
}

/** Under the answers: what became of my vote, how many have voted, until when. */
export function PollFoot({ message, poll, chosen, looking, onBack }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const waits = useWaits(message);
  const closing = poll.closes_at !== null && !poll.closed;
  return (
    <>
      {poll.right !== null && <Told poll={poll} chosen={chosen} />}
      {looking && (
        <div className={styles.deeds}>
          <Button size="m" mode="tertiary" stretched onClick={onBack}>
            {t('poll.back')}
          </Button>
        </div>
      )}
      <div className={styles.foot}>
        <p role="status">{waits ? t('poll.saving') : poll.voted && !poll.closed && !poll.quiz ? t(poll.anonymous ? 'poll.voted.secret' : 'poll.voted') : null}</p>
        {poll.voters !== null && !(movesInSteps(poll) && poll.voters === 0) && <p>{t('poll.voters', { count: poll.voters })}</p>}
        {poll.closed && <p>{t('poll.closed')}</p>}
        {poll.hide_until_closed && !poll.closed && <p>{t('poll.hidden')}</p>}
        {movesInSteps(poll) && <p>{t('poll.steps')}</p>}
        {closing && <p>{t('poll.closes', { when: dates.dateTime(poll.closes_at ?? '') })}</p>}
      </div>
    </>
  );
}

/** A quiz tells how one did, and why. */
function Told({ poll, chosen }: { poll: Poll; chosen: readonly number[] }) {
  const t = useTexts(texts);
  const answered = chosen.length > 0;
  if (!answered && poll.explanation === '') return null;
  return (
    <div className={styles.told} role="status">
      {answered && <strong>{t(chosen.includes(poll.right ?? -1) ? 'poll.right' : 'poll.wrong')}</strong>}
      {poll.explanation !== '' && <span>{poll.explanation}</span>}
    </div>
  );
}

/** Chosen here, and not told yet because there is no network. */
function useWaits(message: Message): boolean {
  const status = useStore((store) => store.now.status);
  const queued = useOutbox((box) => box.tasks.some((task) => task.kind === 'vote' && task.message_id === message.id && task.state === 'waiting'));
  return queued && status !== 'open';
}
