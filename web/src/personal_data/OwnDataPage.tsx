import { useT } from '../core/i18n/useT';
import { Page } from '../core/ui/Page';
import { StoredData } from '../identity/settings/StoredData';
import { ArchiveSection } from './ArchiveSection';
import { WithdrawalSection } from './WithdrawalSection';

/** «Передаваемые данные»: a copy to carry away, consent, and what is stored line by line. */
export default function OwnDataPage() {
  const t = useT();
  return (
    <Page title={t('settings.data')} up="/settings" quiet>
      <ArchiveSection />
      <WithdrawalSection />
      <StoredData />
    </Page>
  );
}
