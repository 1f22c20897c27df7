import { Link as VkLink } from '@vkontakte/vkui';

import type { DocumentName } from '../../core/api/types';
import { useLanguage } from '../../core/i18n/language';
import { useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { useSession } from '../session';

/** What stays in reach at the door: documents, the language, and in a demonstration its people. */
export function DoorLinks({ onRead }: { onRead: (name: DocumentName) => void }) {
  const t = useT();
  const demo = useSession((session) => session.settings?.demo ?? false);
  const { language, choose } = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <>
      {demo && <VkLink onClick={() => navigate('/demo')}>{t('demo.title')}</VkLink>}
      <VkLink onClick={() => onRead('agreement')}>{t('documents.agreement.short')}</VkLink>
      <VkLink onClick={() => onRead('privacy')}>{t('documents.privacy.short')}</VkLink>
      <VkLink onClick={() => choose(other)} lang={other}>
        {other === 'en' ? 'English' : 'Русский'}
      </VkLink>
    </>
  );
}
