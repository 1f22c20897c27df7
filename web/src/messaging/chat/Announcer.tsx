import { VisuallyHidden } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { useAnnouncement } from '../announce';
import { previewOf } from '../titles';

/** Says new messages of the open chat to those who listen. */
export function Announcer({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const message = useAnnouncement((store) => store.message);
  const heard = message?.conversation_id === conversation.id ? message : null;
  const author = people[heard?.author_id ?? 0];
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {heard && t('chat.new_message', { name: author ? briefName(author) : '', text: previewOf(heard, people, t) })}
    </VisuallyHidden>
  );
}
