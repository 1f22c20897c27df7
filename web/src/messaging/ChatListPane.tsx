import { Icon28WriteSquareOutline, Icon56MessagesOutline } from '@vkontakte/icons';
import { Button, IconButton, Search } from '@vkontakte/vkui';
import { lazy, Suspense, useRef, useState } from 'react';

import { ApiError } from '../core/api/error';
import { useT } from '../core/i18n/useT';
import { useStore } from '../core/store/store';
import { Pane } from '../core/ui/Pane';
import { EmptyState, ErrorState } from '../core/ui/states';
import { ChatRows, ChatRowsSkeleton } from './list/ChatRows';
import { Results } from './list/Results';
import { useChats } from './list/useChats';
import { useShortcuts } from './list/useShortcuts';
import { refreshList } from './refresh';
import './tokens.css';

const NewChat = lazy(async () => ({ default: (await import('./list/NewChat')).NewChat }));

interface Props {
  activeId: number | null;
  onOpen: (conversationId: number) => void;
}

/** The list of chats with its search and the door to new ones. */
export default function ChatListPane({ activeId, onOpen }: Props) {
  const t = useT();
  const [words, setWords] = useState('');
  const [creating, setCreating] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const chats = useChats(words);
  useShortcuts({ search, chats, activeId, onOpen });
  const open = (id: number) => {
    setWords('');
    setCreating(false);
    onOpen(id);
  };
  return (
    <Pane
      title={<Title />}
      after={
        <IconButton label={t('chats.new')} onClick={() => setCreating(true)}>
          <Icon28WriteSquareOutline color="var(--vkui--color_icon_accent)" />
        </IconButton>
      }
      below={
        <Search
          slotProps={{ input: { getRootRef: search } }}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setWords('')}
          placeholder={t('chats.search')}
          aria-label={t('chats.search')}
          noPadding={false}
        />
      }
    >
      {words.trim() === '' ? (
        <List chats={chats} activeId={activeId} onOpen={open} onCreate={() => setCreating(true)} />
      ) : (
        <Results words={words.trim()} chats={chats} activeId={activeId} onOpen={open} />
      )}
      <Suspense>
        <NewChat open={creating} onClose={() => setCreating(false)} onOpen={open} />
      </Suspense>
    </Pane>
  );
}

function Title() {
  const t = useT();
  const status = useStore((store) => store.now.status);
  if (status === 'connecting') return t('chats.connecting');
  return status === 'offline' ? t('chats.offline') : t('chats.title');
}

interface ListProps extends Props {
  chats: ReturnType<typeof useChats>;
  onCreate: () => void;
}

function List({ chats, activeId, onOpen, onCreate }: ListProps) {
  const t = useT();
  const list = useStore((store) => store.now.list);
  if (chats.length > 0) return <ChatRows chats={chats} activeId={activeId} onOpen={onOpen} />;
  if (list === 'waiting') return <ChatRowsSkeleton />;
  if (list === 'failed') return <ErrorState error={UNREACHABLE} onRetry={() => void refreshList()} />;
  return (
    <EmptyState
      icon={<Icon56MessagesOutline />}
      title={t('chats.empty')}
      action={
        <Button size="m" mode="secondary" onClick={onCreate}>
          {t('chats.new')}
        </Button>
      }
    >
      {t('chats.empty.hint')}
    </EmptyState>
  );
}

const UNREACHABLE = new ApiError({ status: 0, code: 'unreachable' });
