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
const PolicyPage = lazy(() => import('../messaging/rules/PolicyPage'));
const ContactRulesPage = lazy(() => import('../safety/contacts/ContactRulesPage'));
const JournalPage = lazy(() => import('../safety/journal/JournalPage'));
const JoinSchoolPage = lazy(() => import('../organisations/invites/JoinSchoolPage'));
const FamilyPage = lazy(() => import('../organisations/invites/FamilyPage'));
const PeoplePane = lazy(() => import('../safety/PeoplePane'));
const PersonPage = lazy(() => import('../safety/PersonPage'));
const SettingsPane = lazy(() => import('../identity/settings/SettingsPane'));
const SettingsPage = lazy(() => import('../identity/settings/SettingsPage'));
const NotificationsPage = lazy(() => import('../notifications/settings/NotificationsPage'));
const VoicePage = lazy(() => import('../messaging/voice/VoicePage'));
const QuietHoursPage = lazy(() => import('../notifications/settings/QuietHoursPage'));
const SchoolPane = lazy(() => import('../organisations/SchoolPane'));
const ReportsSection = lazy(() => import('../moderation/ReportsSection'));
const OwnReportsPage = lazy(() => import('../moderation/OwnReportsPage'));
const SchoolPage = lazy(() => import('../organisations/SchoolPage'));

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
  if (section === 'school' && split(path)[1] === 'chats') return { ...school(['chats']), content: <PolicyPage /> };
  if (section === 'school' && split(path)[1] === 'contacts') return { ...school(['contacts']), content: <ContactRulesPage /> };
  if (section === 'school' && split(path)[1] === 'journal') return { ...school(['journal']), content: <JournalPage /> };
  if (section === 'school' && split(path)[1] === 'reports')
    return { ...school(['reports']), content: <ReportsSection parts={split(path).slice(2)} /> };
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
    content: page === null ? null : settingsPage(page),
    placeholder: <SettingsPage page="profile" />,
  };
}

/** Pages of rooms above identity come from here. */
function settingsPage(page: string): ReactNode {
  if (page === 'notifications') return <NotificationsPage />;
  if (page === 'reports') return <OwnReportsPage />;
  if (page === 'voice') return <VoicePage />;
  if (page === 'family') return <FamilyPage />;
  return page === 'quiet' ? <QuietHoursPage /> : <SettingsPage page={page} />;
}

function school(parts: string[]): Panes {
  return {
    list: <SchoolPane parts={parts} />,
    content: parts.length === 0 ? null : <SchoolPage parts={parts} />,
    placeholder: <SchoolPage parts={['overview']} />,
  };
}

function Choose({ icon, what }: { icon: ReactNode; what: string }) {
  return (
    <EmptyState icon={icon} title={<FormattedMessage id={what} />}>
      <FormattedMessage id={`${what}.hint`} />
    </EmptyState>
  );
}
