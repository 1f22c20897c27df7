import { Icon56CheckCircleOutline, Icon56FolderOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import { EmptyState } from '../../core/ui/states';
import { texts } from './texts';

/** A folder in which there is nothing at the moment. */
export default function EmptyTab({ tab }: { tab: string }) {
  const t = useTexts(texts);
  const unread = tab === 'unread';
  const words = unread ? 'order.tab.empty.unread' : 'order.tab.empty';
  return (
    <EmptyState icon={unread ? <Icon56CheckCircleOutline /> : <Icon56FolderOutline />} title={t(words)}>
      {t(`${words}.hint`)}
    </EmptyState>
  );
}
