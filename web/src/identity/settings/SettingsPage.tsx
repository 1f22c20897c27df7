import { lazy } from 'react';

import { useT } from '../../core/i18n/useT';
import { EmptyState } from '../../core/ui/states';
import { AppearancePage } from './AppearancePage';
import { DevicesPage } from './DevicesPage';
import { DocumentsPage } from './DocumentsPage';
import { ProfilePage } from './ProfilePage';

const WaysPage = lazy(() => import('../outside/WaysPage'));

const PAGES = {
  profile: ProfilePage,
  appearance: AppearancePage,
  ways: WaysPage,
  devices: DevicesPage,
  documents: DocumentsPage,
};

export default function SettingsPage({ page }: { page: string }) {
  const t = useT();
  if (!(page in PAGES)) return <EmptyState title={t('state.missing')}>{t('state.missing.hint')}</EmptyState>;
  const Page = PAGES[page as keyof typeof PAGES];
  return <Page />;
}
