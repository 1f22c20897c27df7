import { lazy, Suspense } from 'react';

import type { Conversation, Message } from '../../core/store/types';
import styles from './Bubble.module.css';

const StickerPart = lazy(() => import('../stickers/StickerPart'));
const AskedHead = lazy(() => import('../confirm/AskedHead'));
const AskedFoot = lazy(() => import('../confirm/AskedFoot'));
const PollCard = lazy(() => import('../polls/PollCard'));
const ForwardedPart = lazy(() => import('../forward/ForwardedPart'));

export interface PartProps {
  message: Message;
  mine: boolean;
  conversation: Conversation;
}

/** What stands above the text of a message: a capability adds a line here and loads late. */
export function PartsAbove({ message, mine }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return (
    <Suspense>
      {content.confirmation && <AskedHead confirmation={content.confirmation} mine={mine} />}
      {content.forwarded && <ForwardedPart forwarded={content.forwarded} />}
    </Suspense>
  );
}

/** What stands below the text of a message. */
export function PartsBelow({ message, mine, conversation }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return (
    <>
      {content.sticker !== undefined && (
        <Suspense fallback={<span className={styles.stickerPlace} />}>
          <StickerPart id={content.sticker} />
        </Suspense>
      )}
      <Suspense>
        {content.poll && <PollCard message={message} poll={content.poll} mine={mine} />}
        {content.confirmation && <AskedFoot message={message} confirmation={content.confirmation} mine={mine} conversation={conversation} />}
      </Suspense>
    </>
  );
}
