import { lazy, type ComponentType } from 'react';

import SettingsPage from '../identity/settings/SettingsPage';

/** Pages of rooms above identity, and those of identity that come when they are asked for. */
const PAGES: Record<string, ComponentType> = {
  connect: lazy(() => import('../applications/Section')),
  contacts: lazy(() => import('../identity/ways/ContactsPage')),
  family: lazy(() => import('./FamilySettings')),
  privacy: lazy(() => import('../safety/policies/SafeModePage')),
  data: lazy(() => import('../personal_data/OwnDataPage')),
  photo: lazy(() => import('../files/portraits/PhotoPage')),
  alerts: lazy(() => import('../moderation/words/AlertsPage')),
  watching: lazy(() => import('../moderation/words/WatchingPage')),
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
