import { lazy, Suspense } from 'react';

import type { Conversation, Message } from '../../core/store/types';
import styles from './Bubble.module.css';

const StickerPart = lazy(() => import('../stickers/StickerPart'));
const ForwardedPart = lazy(() => import('../forward/ForwardedPart'));

export interface PartProps {
  message: Message;
  mine: boolean;
  conversation: Conversation;
}

/** What stands above the text of a message: a capability adds a line here and loads late. */
export function PartsAbove({ message }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return <Suspense>{content.forwarded && <ForwardedPart forwarded={content.forwarded} />}</Suspense>;
}

/** What stands below the text of a message. */
export function PartsBelow({ message }: PartProps) {
  const { content } = message;
  if (!content) return null;
  return (
    <>
      {content.sticker !== undefined && (
        <Suspense fallback={<span className={styles.stickerPlace} />}>
          <StickerPart id={content.sticker} />
        </Suspense>
      )}
    </>
  );
}
