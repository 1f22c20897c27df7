import { Icon16CancelCircleOutline, Icon16CheckCircle } from '@vkontakte/icons';
import { VisuallyHidden } from '@vkontakte/vkui';
import type { ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Message, Poll } from '../../core/store/types';
import { useChatActs } from '../chat/context';
import styles from './Poll.module.css';
import { standings, type Standing } from './standing';
import { texts } from './texts';

interface Props {
  message: Message;
  poll: Poll;
  chosen: readonly number[];
  /** Only what I chose may be shown. */
  hidden: boolean;
}

/** How the poll stands: bars, shares, my own answer, the right one. */
export function Results({ message, poll, chosen, hidden }: Props) {
  const t = useTexts(texts);
  const acts = useChatActs();
  const named = !poll.anonymous && !hidden;
  return (
    <ul className={styles.options}>
      {standings(poll, chosen).map((standing, place) => {
        const line = <Line key={place} option={poll.options[place] ?? ''} standing={standing} hidden={hidden} />;
        return (
          <li key={place}>
            {named && standing.count > 0 ? (
              <button type="button" className={styles.result} aria-haspopup="dialog" title={t('poll.who')} onClick={() => acts.sheet({ kind: 'poll', message })}>
                {line}
              </button>
            ) : (
              <div className={styles.result}>{line}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Line({ option, standing, hidden }: { option: string; standing: Standing; hidden: boolean }) {
  const t = useTexts(texts);
  const { percent, count, chosen, right } = standing;
  const marks = [chosen ? t('poll.yours') : '', right === true ? t('poll.is_right') : '', chosen && right === false ? t('poll.is_wrong') : ''];
  const said = hidden ? option : t('poll.result', { option, percent, votes: t('poll.votes', { count }) });
  return (
    <>
      <VisuallyHidden>{[said, ...marks].filter(Boolean).join(', ')}</VisuallyHidden>
      <span className={styles.line} aria-hidden="true">
        {!hidden && <span className={styles.percent}>{percent} %</span>}
        <span className={styles.name}>{option}</span>
        <Mark standing={standing} />
        {!hidden && <span className={styles.count}>{count}</span>}
      </span>
      {!hidden && (
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.filled} data-right={colourOf(standing)} style={{ inlineSize: `${percent}%` }} />
        </span>
      )}
    </>
  );
}

/** Green for the right answer, red for a wrong one of mine, no word about the others. */
function colourOf({ right, chosen }: Standing): boolean | undefined {
  if (right === true) return true;
  return right === false && chosen ? false : undefined;
}

function Mark({ standing }: { standing: Standing }): ReactNode {
  const { chosen, right } = standing;
  if (!chosen && right !== true) return null;
  const Icon = chosen && right === false ? Icon16CancelCircleOutline : Icon16CheckCircle;
  return (
    <span className={styles.mark} data-right={colourOf(standing)}>
      <Icon />
    </span>
  );
}
