import { Link as VkLink } from '@vkontakte/vkui';

import type { DocumentName } from '../../core/api/types';
import { useLanguage } from '../../core/i18n/language';
import { useT } from '../../core/i18n/useT';

/** What stays in reach at the door: the documents and the language. */
export function DoorLinks({ onRead }: { onRead: (name: DocumentName) => void }) {
  const t = useT();
  const { language, choose } = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <>
      <VkLink onClick={() => onRead('agreement')}>{t('documents.agreement.short')}</VkLink>
      <VkLink onClick={() => onRead('privacy')}>{t('documents.privacy.short')}</VkLink>
      <VkLink onClick={() => choose(other)} lang={other}>
        {other === 'en' ? 'English' : 'Русский'}
      </VkLink>
    </>
  );
}
