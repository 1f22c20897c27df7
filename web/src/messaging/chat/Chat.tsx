import { lazy, Suspense, useEffect, useState } from 'react';

import type { Conversation } from '../../core/store/types';
import { Composer } from '../compose/Composer';
import { useIncoming } from '../compose/useIncoming';
import { DropOverlay } from '../../files/DropOverlay';
import { loadDraft } from '../compose/drafts';
import { useForwarding } from '../forward/forwarding';
import { stopSelecting, useSelection } from '../select/selection';
import { watchConversation, watchPeople } from '../watching';
import '../tokens.css';
import styles from './Chat.module.css';
import { ChatActsContext } from './context';
import { ChatHeader } from './ChatHeader';
import { Announcer } from './Announcer';
import { RequestBanner } from './RequestBanner';
import { Timeline } from './Timeline';
import { useAddressed } from './useAddressed';
import { useChatActions } from './useChatActions';
import { useChatSearch } from './useChatSearch';
import { useJump } from './useJump';

const MessageSheets = lazy(async () => ({ default: (await import('./MessageSheets')).MessageSheets }));
const loadMenu = () => import('./MessageMenu');
const MessageMenu = lazy(loadMenu);
const ChatInfo = lazy(() => import('../info/ChatInfo'));
const ChatSearch = lazy(() => import('../search/ChatSearch'));
const Viewer = lazy(() => import('../../files/Viewer'));
const WaitingBanner = lazy(() => import('../rules/WaitingBanner'));
const HeldStrip = lazy(() => import('../rules/HeldStrip'));
const PinBar = lazy(() => import('../pins/PinBar'));
const SelectionBar = lazy(() => import('../select/SelectionBar'));
const ForwardSheet = lazy(() => import('../forward/ForwardSheet'));

interface Props {
  conversation: Conversation;
  onBack: () => void;
}

/** One conversation on the screen: its head, its messages, the field to write in. */
export function Chat({ conversation, onBack }: Props) {
  const [info, setInfo] = useState<'closed' | 'open' | 'left'>('closed');
  const jump = useJump(conversation.id);
  const { acts, menu, sheet, viewed, target } = useChatActions(conversation, jump.to);
  const search = useChatSearch();
  const incoming = useIncoming();
  const selecting = useSelection((selection) => selection.conversationId === conversation.id);
  const forwarded = useForwarding((forwarding) => forwarding.messages);
  useAddressed(jump.to, search.find);
  useWatching(conversation);
  return (
    <ChatActsContext.Provider value={acts}>
      <div className={styles.chat} onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && target.clear()} {...incoming.drag}>
        <ChatHeader conversation={conversation} onBack={onBack} onInfo={() => setInfo('open')} onSearch={search.open} />
        <Suspense>
          {search.sought !== null && (
            <ChatSearch
              key={`${search.sought.words} ${search.sought.at ?? ''}`}
              chat={conversation.id}
              sought={search.sought}
              jump={jump.to}
              onClose={search.close}
            />
          )}
        </Suspense>
        <Suspense>{(conversation.pins ?? 0) > 0 && <PinBar conversation={conversation} />}</Suspense>
        <RequestBanner conversation={conversation} />
        <Suspense>{conversation.kind === 'group' && conversation.my_role !== 'member' && <WaitingBanner conversation={conversation} />}</Suspense>
        <Timeline conversation={conversation} jump={jump} />
        <Suspense>
          {conversation.my_role === 'member' && (conversation.settings?.approval || conversation.waiting?.held) && <HeldStrip conversation={conversation} />}
        </Suspense>
        {/* What is being written stays where it is while messages are chosen. */}
        <div className={selecting ? styles.aside : styles.composer}>
          <Composer
            key={conversation.id}
            conversation={conversation}
            target={target}
            files={incoming}
            draft={loadDraft(conversation.id)}
            onSent={jump.toEnd}
          />
        </div>
        {incoming.over && <DropOverlay />}
        <Suspense>
          {selecting && <SelectionBar conversation={conversation} />}
          {forwarded && <ForwardSheet messages={forwarded} />}
        </Suspense>
        <Suspense>
          <MessageMenu conversation={conversation} menu={menu.value} onClose={menu.close} />
        </Suspense>
        <Suspense>
          <MessageSheets sheet={sheet.value} onClose={sheet.close} />
        </Suspense>
        <Suspense>
          {info !== 'closed' && <ChatInfo conversation={conversation} open={info === 'open'} onClose={() => setInfo('left')} onLeft={onBack} />}
          {viewed.value && <Viewer {...viewed.value} onClose={viewed.close} />}
        </Suspense>
        <Announcer conversation={conversation} />
      </div>
    </ChatActsContext.Provider>
  );
}

function useWatching({ id, partner_id }: Conversation): void {
  useEffect(() => {
    // The menu is not needed to show a chat, and must be there when a finger asks for it.
    void loadMenu().catch(() => undefined);
    watchConversation(id);
    watchPeople('chat', partner_id === null ? [] : [partner_id]);
    return () => {
      stopSelecting();
      watchConversation(null);
      watchPeople('chat', []);
    };
  }, [id, partner_id]);
}
