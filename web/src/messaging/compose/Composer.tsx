import { Icon28SmileOutline } from '@vkontakte/icons';
import { lazy, Suspense, useState, type KeyboardEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation } from '../../core/store/types';
import { isTouch } from '../chat/useSummon';
import type { Target } from '../chat/useChatActions';
import { AttachButton } from './AttachButton';
import { Closed } from './Closed';
import styles from './Composer.module.css';
import { useMarks } from './marks/useMarks';
import { MentionList, MENTIONS_ID, mentionId } from './MentionList';
import { SendButton } from './SendButton';
import { TargetBar } from './TargetBar';
import { Tray } from './Tray';
import { useComposer, useFocusOnReply } from './useComposer';
import type { Incoming } from './useIncoming';
import { useMentions } from './useMentions';
import { useWriting } from '../rules/writing';

const RecordButtons = lazy(() => import('../voice/RecordButtons'));
const EmojiPanel = lazy(() => import('../emoji/EmojiPanel'));
const ScheduledBar = lazy(() => import('../time/ScheduledBar'));
const QuietHint = lazy(() => import('../quiet/QuietHint'));
const FormatBar = lazy(() => import('./marks/FormatBar'));
const ExtrasBar = lazy(async () => ({ default: (await import('./ExtrasBar')).ExtrasBar }));

/** `0:27`, `59:59`: how long slow mode still asks for. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

interface Props {
  conversation: Conversation;
  target: Target;
  files: Incoming;
  draft: string;
  onSent: () => void;
}

/** The field to write in, or the reason why there is none. */
export function Composer(props: Props) {
  const { closed, wait } = useWriting(props.conversation);
  if (!props.conversation.can_write || closed !== null) return <Closed conversation={props.conversation} closure={closed} />;
  return <Field {...props} wait={wait} />;
}

function Field(props: Props & { wait: number }) {
  const t = useT();
  const { conversation, target, files, wait } = props;
  const [emoji, setEmoji] = useState(false);
  const composer = useComposer(props);
  const { field } = composer;
  const mentions = useMentions({ conversation, text: field.text, caret: field.caret, onPick: composer.pick, onWord: composer.pickWord });
  const marks = useMarks(field, composer.change);
  useFocusOnReply(target, () => field.ref.current?.focus());
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || mentions.key(event) || marks.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && (!isTouch() || event.ctrlKey)) {
      event.preventDefault();
      if (wait === 0) composer.submit();
    }
    if (event.key === 'ArrowUp' && field.text === '' && !event.altKey && composer.editLast()) event.preventDefault();
  };
  const selected = mentions.offered[mentions.chosen];
  const destination = { conversationId: conversation.id, target, extras: composer.extras, onSent: props.onSent };
  return (
    <div className={styles.composer}>
      <Suspense>
        {conversation.partner_id !== null && <QuietHint personId={conversation.partner_id} onLater={composer.ready && target.edit === null ? composer.sendLater : null} />}
      </Suspense>
      <MentionList mentions={mentions} />
      {emoji && (
        <Suspense>
          <EmojiPanel onPick={field.insert} onSticker={target.edit ? undefined : composer.sendSticker} onClose={() => setEmoji(false)} />
        </Suspense>
      )}
      <Suspense>{marks.selecting && !emoji && <FormatBar onMark={marks.mark} />}</Suspense>
      <Suspense>{(conversation.scheduled ?? 0) > 0 && <ScheduledBar conversation={conversation} />}</Suspense>
      <TargetBar target={target} />
      <Tray files={files.files} onRemove={files.remove} />
      <Suspense>{composer.extras.content !== null && <ExtrasBar extras={composer.extras} />}</Suspense>
      <div className={styles.line}>
        <AttachButton conversation={conversation} target={target} files={files} extras={composer.extras} />
        <textarea
          ref={field.ref}
          className={styles.field}
          rows={1}
          value={field.text}
          placeholder={t('compose.placeholder')}
          aria-label={t('compose.placeholder')}
          enterKeyHint={isTouch() ? 'enter' : 'send'}
          onChange={composer.change}
          onSelect={marks.follow}
          onBlur={marks.leave}
          onKeyDown={key}
          onPaste={(event) => event.clipboardData.files.length > 0 && (event.preventDefault(), files.add(event.clipboardData.files))}
          {...(selected ? { 'aria-controls': MENTIONS_ID, 'aria-activedescendant': mentionId(selected.id) } : {})}
        />
        <button type="button" className={styles.button} aria-label={t('compose.emoji')} aria-expanded={emoji} onClick={() => setEmoji((was) => !was)}>
          <Icon28SmileOutline aria-hidden="true" />
        </button>
        <Suspense fallback={<span className={styles.record} />}>
          <RecordButtons destination={destination} hidden={wait > 0 || composer.ready || field.text !== '' || target.edit !== null} />
        </Suspense>
        <SendButton
          hidden={!composer.ready && field.text === '' && target.edit === null}
          editing={target.edit !== null}
          ready={composer.ready && wait === 0}
          onSend={() => composer.submit()}
          onSilent={() => composer.submit({ silent: true })}
          onLater={composer.sendLater}
        />
      </div>
      {wait > 0 && (
        <div className={styles.slow} role="timer">
          {t('compose.slow', { time: clock(wait) })}
        </div>
      )}
      {composer.left < 200 && (
        <div className={styles.left} role="status">
          {t('compose.too_long', { count: composer.left })}
        </div>
      )}
    </div>
  );
}
