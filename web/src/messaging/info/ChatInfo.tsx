import { lazy, Suspense, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { AddPeople } from './AddPeople';
import { Face } from './Face';
import { Leave } from './Leave';
import { Members } from './Members';
import { Mute } from './Mute';
import { Report } from './Report';
import { Sections } from './sections';

const EndRows = lazy(() => import('../rules/EndRows'));

interface Props {
  conversation: Conversation;
  open: boolean;
  onClose: () => void;
  /** The person is no longer in the chat. */
  onLeft: () => void;
}

/** Who is in the chat, how loud it is, and what may be changed. */
export default function ChatInfo({ conversation, open, onClose, onLeft }: Props) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const title = t(adding ? 'info.add' : 'info.title');
  const close = () => {
    setAdding(false);
    onClose();
  };
  return (
    <Sheet title={title} open={open} onClose={close}>
      {adding ? (
        <AddPeople conversation={conversation} onDone={() => setAdding(false)} />
      ) : (
        <>
          <Face conversation={conversation} />
          {conversation.kind !== 'favourites' && <Mute conversation={conversation} />}
          <Sections conversation={conversation} onClose={close} />
          {conversation.kind === 'group' && <Members conversation={conversation} onAdd={() => setAdding(true)} onClose={close} />}
          {conversation.kind !== 'favourites' && <Report conversation={conversation} onClose={close} />}
          {conversation.kind === 'group' && <Leave conversation={conversation} onLeft={onLeft} />}
          <Suspense>{conversation.my_role === 'owner' && conversation.kind === 'group' && conversation.automatic === null && <EndRows conversation={conversation} onLeft={onLeft} />}</Suspense>
        </>
      )}
    </Sheet>
  );
}
