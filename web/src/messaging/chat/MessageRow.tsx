import { memo } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { briefName, letteredName } from '../../core/ui/names';
import { useSelecting } from '../select/useSelecting';
import { serviceText } from '../titles';
import { Bubble } from './Bubble';
import { useChatActs } from './context';
import { HoverBar } from './HoverBar';
import styles from './MessageRow.module.css';
import type { Row } from './rows';
import { Unsent } from './Unsent';
import { useSummon } from './useSummon';

type Props = Row & { conversation: Conversation; flash: boolean };

/** A message in its place: the day and the unread line above it, its author beside it. */
export const MessageRow = memo(function MessageRow(props: Props) {
  return (
    <>
      {props.day && <Day at={props.message.created_at} />}
      {props.unread && <UnreadLine />}
      {props.message.kind === 'service' ? <Service {...props} /> : <Said {...props} />}
    </>
  );
});

function Said({ message, mine, first, last, task, conversation, flash }: Props) {
  const t = useT();
  const dates = useDates();
  const author = useStore((store) => store.data.people[message.author_id]);
  const faces = conversation.kind === 'group' && !mine;
  const summon = useSummon(message, task);
  const selecting = useSelecting(message);
  const name = mine ? t('chat.you') : author ? briefName(author) : t('chat.unknown_person');
  return (
    <article
      className={[styles.row, mine ? styles.mine : styles.other, first ? styles.first : '', flash ? styles.flash : '', selecting.chosen === true ? styles.chosen : ''].join(' ')}
      aria-label={t('message.label', { name, time: dates.time(message.created_at) })}
      data-message={message.number}
      tabIndex={-1}
      {...(selecting.chosen === null ? summon : {})}
      {...selecting.props}
    >
      {selecting.chosen !== null && <SelectMark checked={selecting.chosen} label={name} />}
      {faces && (
        <span className={styles.face}>
          {first && <Avatar id={message.author_id} title={author ? letteredName(author) : ''} size={32} portrait={author?.portrait} />}
        </span>
      )}
      <div className={styles.said}>
        <Bubble message={message} mine={mine} first={first} last={last} task={task} conversation={conversation} author={author} />
        {task === null && !message.deleted && selecting.chosen === null && <HoverBar message={message} mine={mine} canWrite={conversation.can_write} />}
        {task?.state === 'refused' && <Unsent task={task} />}
      </div>
    </article>
  );
}

/** Whether the message is among those chosen; a press on the whole row changes it. */
function SelectMark({ checked, label }: { checked: boolean; label: string }) {
  const t = useT();
  return <span role="checkbox" tabIndex={-1} aria-checked={checked} aria-label={t('select.one', { name: label })} className={checked ? styles.checked : styles.unchecked} />;
}

function Day({ at }: { at: string }) {
  const dates = useDates();
  return <div className={styles.day}>{dates.day(at)}</div>;
}

function UnreadLine() {
  const t = useT();
  return <div className={styles.unread}>{t('chat.unread_line')}</div>;
}

function Service({ message }: Props) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const acts = useChatActs();
  const number = message.service?.['number'];
  return (
    <div className={styles.service} data-message={message.number} tabIndex={-1}>
      {typeof number === 'number' ? (
        <button type="button" className={styles.pointer} onClick={() => acts.jump(number)}>
          {serviceText(message, people, t)}
        </button>
      ) : (
        serviceText(message, people, t)
      )}
    </div>
  );
}
