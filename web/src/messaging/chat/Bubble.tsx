import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation, Message, PersonBrief } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { PersonName } from '../../core/ui/PersonName';
import { Attachments } from '../../files/Attachments';
import { withClosedAsDocuments } from '../../files/closed';
import type { SendTask } from '../outbox/tasks';
import { isEmojiOnly } from '../text/format';
import { Body } from './Body';
import styles from './Bubble.module.css';
import { useChatActs } from './context';
import { Meta } from './Meta';
import { PartsAbove, PartsBelow } from './parts';
import { PendingFiles } from './PendingFiles';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { isRecording, Recordings } from '../voice/Recordings';

interface Props {
  message: Message;
  mine: boolean;
  first: boolean;
  last: boolean;
  task: SendTask | null;
  conversation: Conversation;
  author: PersonBrief | undefined;
}

/** What was said, with everything that belongs to it. */
export function Bubble(props: Props) {
  const { mine, first, last, task, conversation } = props;
  const message = withClosedAsDocuments(props.message);
  const big = message.files.length === 0 && (task?.files.length ?? 0) === 0 && isEmojiOnly(message.body);
  const bare = isBare(message, task);
  const classes = [
    styles.bubble,
    mine ? styles.mine : styles.other,
    first ? styles.first : '',
    last ? styles.last : '',
    big && message.reply_to === null ? styles.big : '',
    bare ? styles.bare : '',
    isCircle(message, task) ? styles.round : '',
    message.content?.sticker !== undefined && !message.deleted ? styles.sticker : '',
  ];
  const named = first && !mine && conversation.kind === 'group';
  return (
    <div className={classes.join(' ')}>
      {named && <Author author={props.author} id={message.author_id} />}
      <Content {...props} message={message} />
      <Meta message={message} mine={mine} task={task} conversation={conversation} />
      {message.reactions.length > 0 && <Reactions message={message} mine={mine} />}
    </div>
  );
}

/** Pictures alone fill their bubble to the edges. */
function isBare(message: Message, task: SendTask | null): boolean {
  const files = task?.files ?? message.files;
  const pictures = files.length > 0 && files.every((file) => !isRecording(file) && (file.kind === 'image' || file.kind === 'video'));
  return pictures && message.body === '' && message.reply_to === null && !message.deleted;
}

/** A video circle floats without a bubble. */
function isCircle(message: Message, task: SendTask | null): boolean {
  const [file, ...more] = task?.files ?? message.files;
  return file?.purpose === 'circle' && more.length === 0 && message.body === '' && !message.deleted;
}

function Content({ message, mine, task, conversation }: Props) {
  const t = useT();
  if (message.deleted) return <span className={styles.gone}>{t('chat.deleted')}</span>;
  return (
    <>
      <PartsAbove message={message} mine={mine} conversation={conversation} />
      {message.reply_to && <Quote quote={message.reply_to} />}
      <Files message={message} mine={mine} />
      {task !== null && task.files.length > 0 && <PendingFiles task={task} />}
      {message.body !== '' && <Body message={message} />}
      <PartsBelow message={message} mine={mine} conversation={conversation} />
    </>
  );
}

function Files({ message, mine }: { message: Message; mine: boolean }) {
  const acts = useChatActs();
  const recorded = message.files.filter(isRecording);
  const others = recorded.length === 0 ? message.files : message.files.filter((file) => !isRecording(file));
  return (
    <>
      {recorded.length > 0 && <Recordings message={message} files={recorded} mine={mine} />}
      {others.length > 0 && <Attachments files={others} onView={(id) => acts.view(message, id)} />}
    </>
  );
}

const COLOURS = 7;

function Author({ author, id }: { author: PersonBrief | undefined; id: number }) {
  const t = useT();
  const staff = author?.role === 'teacher' || author?.role === 'administrator';
  return (
    <div className={styles.author}>
      <span className={styles.name} data-colour={id % COLOURS}>
        {author ? <PersonName person={author} as={briefName} /> : t('chat.unknown_person')}
      </span>
      {staff && author.label !== '' && <span className={styles.label}>{author.label}</span>}
    </div>
  );
}

export function useAuthorName(id: number): string {
  const t = useT();
  const author = useStore((store) => store.data.people[id]);
  return author ? briefName(author) : t('chat.unknown_person');
}
