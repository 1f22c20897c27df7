import { Icon28FavoriteOutline, Icon28WriteSquareOutline, Icon56ArchiveOutline, Icon56MessagesOutline } from '@vkontakte/icons';
import { Button, IconButton, Search } from '@vkontakte/vkui';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';

import { ApiError } from '../core/api/error';
import { useT } from '../core/i18n/useT';
import { navigate } from '../core/navigation/router';
import { useStore } from '../core/store/store';
import type { Conversation } from '../core/store/types';
import { Pane } from '../core/ui/Pane';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { ChatRows, ChatRowsSkeleton } from './list/ChatRows';
import type { MenuAt } from './list/useChatSummon';
import { useShortcuts } from './list/useShortcuts';
import { ALL } from './order/folders';
import { useListed } from './order/useListed';
import { showArchive, useView } from './order/view';
import { refreshList } from './refresh';
import { leaveField, useFinding } from './search/finding';
import './tokens.css';

const Found = lazy(() => import('./search/Found'));
const NewChat = lazy(async () => ({ default: (await import('./list/NewChat')).NewChat }));
const FolderTabs = lazy(() => import('./order/FolderTabs'));
const AwaitedChip = lazy(() => import('./confirm/AwaitedChip'));
const RemindersChip = lazy(() => import('./time/RemindersChip'));
const ListExtras = lazy(() => import('./order/ListExtras'));
const ArchiveRow = lazy(async () => ({ default: (await import('./order/ArchiveRow')).ArchiveRow }));
const EmptyTab = lazy(() => import('./order/EmptyTab'));

interface Props {
  activeId: number | null;
  onOpen: (conversationId: number) => void;
}

/** The list of chats with its search, its folders and the door to new ones. */
export default function ChatListPane({ activeId, onOpen }: Props) {
  const t = useT();
  const { words, finding, setWords, begin, end: endFinding } = useFinding();
  const [creating, setCreating] = useState(false);
  const [menu, setMenu] = useState<{ chat: Conversation; at: MenuAt } | null>(null);
  const [editing, setEditing] = useState(false);
  const openMenu = useCallback((chat: Conversation, at: MenuAt) => setMenu({ chat, at }), []);
  const search = useRef<HTMLInputElement>(null);
  const archive = useView((view) => view.archive);
  const listed = useListed(words, activeId);
  const { chats } = listed;
  useShortcuts({ search, chats, activeId, onOpen });
  const open = (id: number) => {
    endFinding();
    setCreating(false);
    onOpen(id);
  };
  const shown = words.trim() === '' && !finding;
  const leave = shown ? () => showArchive(false) : endFinding;
  return (
    <Pane
      title={archive && shown ? t('chats.archive') : <Title />}
      onBack={archive || !shown ? leave : undefined}
      after={
        <>
          <IconButton label={t('chats.important')} onClick={() => navigate('/chats/important')}>
            <Icon28FavoriteOutline color="var(--vkui--color_icon_accent)" />
          </IconButton>
          <IconButton label={t('chats.new')} onClick={() => setCreating(true)}>
            <Icon28WriteSquareOutline color="var(--vkui--color_icon_accent)" />
          </IconButton>
        </>
      }
      below={
        <>
          <Search
            slotProps={{ input: { getRootRef: search } }}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onFocus={begin}
            onKeyDown={(event) => leaveField(event, endFinding)}
            placeholder={t('chats.search')}
            aria-label={t('chats.search')}
            noPadding={false}
          />
          <Suspense>{shown && !archive && <FolderTabs onEdit={() => setEditing(true)} />}</Suspense>
          <Suspense>{shown && !archive && <AwaitedChip onOpen={open} />}</Suspense>
          <Suspense>{shown && !archive && <RemindersChip />}</Suspense>
        </>
      }
    >
      {shown ? (
        <List listed={listed} activeId={activeId} onOpen={open} onMenu={openMenu} onCreate={() => setCreating(true)} />
      ) : (
        <Suspense fallback={<LoadingState />}>
          <Found words={words.trim()} chats={chats} activeId={activeId} onOpen={open} onClose={endFinding} />
        </Suspense>
      )}
      <Suspense>
        <NewChat open={creating} onClose={() => setCreating(false)} onOpen={open} />
      </Suspense>
      <Suspense>
        {(menu !== null || editing) && (
          <ListExtras menu={menu} onMenuClose={() => setMenu(null)} editing={editing} onEditing={setEditing} />
        )}
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
  listed: ReturnType<typeof useListed>;
  onMenu: (chat: Conversation, at: MenuAt) => void;
  onCreate: () => void;
}

function List({ listed: { chats, archived }, activeId, onOpen, onMenu, onCreate }: ListProps) {
  const t = useT();
  const list = useStore((store) => store.now.list);
  const { tab, archive } = useView();
  const head = tab === ALL && !archive && archived.length > 0 && (
    <Suspense>
      <ArchiveRow chats={archived} />
    </Suspense>
  );
  if (chats.length > 0 || head !== false) {
    return <ChatRows key={archive ? 'archive' : tab} chats={chats} activeId={activeId} onOpen={onOpen} onMenu={onMenu} {...(head === false ? {} : { head })} />;
  }
  if (list === 'waiting') return <ChatRowsSkeleton />;
  if (list === 'failed') return <ErrorState error={UNREACHABLE} onRetry={() => void refreshList()} />;
  if (archive) return <EmptyState icon={<Icon56ArchiveOutline />} title={t('chats.archive.empty')} />;
  if (tab !== ALL) return <Suspense>{<EmptyTab tab={tab} />}</Suspense>;
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
