import { lazy, type ComponentType } from 'react';

import SettingsPage from '../identity/settings/SettingsPage';

/** Pages of rooms above identity. */
const PAGES: Record<string, ComponentType> = {
  photo: lazy(() => import('../files/portraits/PhotoPage')),
  alerts: lazy(() => import('../moderation/words/AlertsPage')),
  watching: lazy(() => import('../moderation/words/WatchingPage')),
  family: lazy(() => import('../organisations/invites/FamilyPage')),
  notifications: lazy(() => import('../notifications/settings/NotificationsPage')),
  quiet: lazy(() => import('../notifications/settings/QuietHoursPage')),
  reports: lazy(() => import('../moderation/OwnReportsPage')),
  voice: lazy(() => import('../messaging/voice/VoicePage')),
};

/** What an address under /settings shows. */
export default function SettingsContent({ page }: { page: string }) {
  const Page = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  return Page ? <Page /> : <SettingsPage page={page} />;
}
