import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Message, Poll } from '../../core/store/types';
import styles from './Poll.module.css';
import { votesAtOnce } from './standing';
import { texts } from './texts';

interface Props {
  message: Message;
  poll: Poll;
  onVote: (options: number[]) => void;
  onLook: () => void;
}

/** The answers to choose from. Where a vote is final it takes a second press. */
export function Choices({ message, poll, onVote, onLook }: Props) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const sent = message.id !== 0;
  const toggle = (place: number) => {
    if (poll.many) setChosen((was) => (was.includes(place) ? was.filter((one) => one !== place) : [...was, place]));
    else if (votesAtOnce(poll)) onVote([place]);
    else setChosen([place]);
  };
  return (
    <>
      <fieldset className={styles.options} disabled={!sent} aria-label={poll.question}>
        {poll.options.map((option, place) => (
          <label key={place} className={styles.choice}>
            <input
              type={poll.many ? 'checkbox' : 'radio'}
              name={`poll-${message.id}`}
              checked={chosen.includes(place)}
              onChange={() => toggle(place)}
            />
            <span>{option}</span>
          </label>
        ))}
      </fieldset>
      {sent && (
        <div className={styles.deeds}>
          {!votesAtOnce(poll) && (
            <Button size="m" stretched disabled={chosen.length === 0} onClick={() => onVote([...chosen])}>
              {t(poll.quiz ? 'poll.answer' : 'poll.vote')}
            </Button>
          )}
          {poll.counts !== null && !poll.quiz && (poll.voters ?? 0) > 0 && (
            <Button size="m" mode="tertiary" stretched onClick={onLook}>
              {t('poll.look')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
