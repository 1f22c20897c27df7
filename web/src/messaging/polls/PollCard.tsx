import { Icon16IncognitoFilled, Icon16Poll } from '@vkontakte/icons';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Message, Poll } from '../../core/store/types';
import { vote } from '../outbox/wishes';
import { Choices } from './Choices';
import { rememberChoice, useOwnChoices } from './ownChoices';
import styles from './Poll.module.css';
import { PollFoot } from './PollFoot';
import { Results } from './Results';
import { kindOf, modeOf } from './standing';
import { texts } from './texts';

interface Props {
  message: Message;
  poll: Poll;
  mine: boolean;
}

const NOTHING: readonly number[] = [];

/** A poll in its message: the answers to choose from, or how it stands. */
export default function PollCard({ message, poll, mine }: Props) {
  const t = useTexts(texts);
  const me = useStore((store) => store.data.me);
  const [looking, setLooking] = useState(false);
  const remembered = useOwnChoices((store) => (store.me === me ? store.chosen[message.id] : undefined)) ?? NOTHING;
  const chosen = poll.mine.length > 0 || !poll.anonymous ? poll.mine : remembered;
  const mode = modeOf(poll, looking);
  const Icon = poll.anonymous ? Icon16IncognitoFilled : Icon16Poll;
  const choose = (options: number[]) => {
    if (poll.anonymous) rememberChoice(me, message.id, options);
    setLooking(false);
    vote(message, options);
  };
  return (
    <div className={mine ? `${styles.card} ${styles.mine}` : styles.card} role="group" aria-label={poll.question}>
      <div className={styles.kind}>
        <Icon aria-hidden="true" />
        <span>
          {t(kindOf(poll))}
          {poll.many && ` · ${t('poll.many')}`}
        </span>
      </div>
      <div className={styles.question}>{poll.question}</div>
      {mode === 'voting' ? (
        <Choices poll={poll} message={message} onVote={choose} onLook={() => setLooking(true)} />
      ) : (
        <Results message={message} poll={poll} chosen={chosen} hidden={mode === 'hidden'} />
      )}
      <PollFoot message={message} poll={poll} chosen={chosen} looking={mode === 'results' && !poll.voted && !poll.closed} onBack={() => setLooking(false)} />
    </div>
  );
}
