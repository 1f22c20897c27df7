import { Icon56MessagesOutline, Icon56UsersOutline } from '@vkontakte/icons';
import { FormattedMessage } from 'react-intl';
import { lazy, type ReactNode } from 'react';

import { idIn, split } from '../core/navigation/match';
import { goBack, navigate } from '../core/navigation/router';
import { EmptyState } from '../core/ui/states';
import ChatListPane from '../messaging/ChatListPane';

const loadChat = () => import('../messaging/ChatPane');

const ChatPane = lazy(loadChat);
const ImportantPage = lazy(() => import('../messaging/important/ImportantPage'));
const JoinPage = lazy(() => import('../messaging/rules/JoinPage'));
const JoinSchoolPage = lazy(() => import('../organisations/invites/JoinSchoolPage'));
const PeoplePane = lazy(() => import('../safety/PeoplePane'));
const PersonPage = lazy(() => import('../safety/PersonPage'));
const SettingsPane = lazy(() => import('../identity/settings/SettingsPane'));
const SettingsContent = lazy(() => import('./settings'));
const SchoolPane = lazy(() => import('../organisations/SchoolPane'));
const SchoolContent = lazy(() => import('./school'));

/** The next thing anybody asks for after the list; it comes while they look. */
export function expectChat(): void {
  void loadChat().catch(() => undefined);
}

interface Panes {
  list: ReactNode;
  /** Null when only the list was asked for: a phone shows the list, a desktop the placeholder. */
  content: ReactNode | null;
  placeholder: ReactNode;
}

const chatsPath = (id: number) => `/chats/${id}`;

/** What an address shows in the two columns. */
export function panesFor(path: string): Panes {
  const [section] = split(path);
  if (section === 'people') return people(idIn(path, 1));
  if (section === 'settings') return settings(split(path)[1] ?? null);
  if (section === 'school') return school(split(path).slice(1));
  if (section === 'join') return { ...chats(null), content: <JoinPage key={path} token={split(path)[1] ?? ''} /> };
  if (section === 'join-school') return { ...chats(null), content: <JoinSchoolPage key={path} code={codeIn(path)} /> };
  if (split(path)[1] === 'important') return { ...chats(null), content: <ImportantPage /> };
  return chats(idIn(path, 1));
}

const codeIn = (path: string) => split(path)[1]?.replace(/%20/g, ' ');

function chats(id: number | null): Panes {
  return {
    list: <ChatListPane activeId={id} onOpen={(chat) => navigate(chatsPath(chat))} />,
    content: id === null ? null : <ChatPane key={id} conversationId={id} onBack={() => goBack('/chats')} />,
    placeholder: <Choose icon={<Icon56MessagesOutline />} what="shell.choose_chat" />,
  };
}

function people(id: number | null): Panes {
  return {
    list: <PeoplePane activeId={id} />,
    content: id === null ? null : <PersonPage key={id} personId={id} />,
    placeholder: <Choose icon={<Icon56UsersOutline />} what="shell.choose_person" />,
  };
}

function settings(page: string | null): Panes {
  return {
    list: <SettingsPane active={page} />,
    content: page === null ? null : <SettingsContent page={page} />,
    placeholder: <SettingsContent page="profile" />,
  };
}

function school(parts: string[]): Panes {
  return {
    list: <SchoolPane parts={parts} />,
    content: parts.length === 0 ? null : <SchoolContent parts={parts} />,
    placeholder: <SchoolContent parts={['overview']} />,
  };
}

function Choose({ icon, what }: { icon: ReactNode; what: string }) {
  return (
    <EmptyState icon={icon} title={<FormattedMessage id={what} />}>
      <FormattedMessage id={`${what}.hint`} />
    </EmptyState>
  );
}
