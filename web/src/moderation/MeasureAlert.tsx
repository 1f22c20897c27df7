import { Alert } from '@vkontakte/vkui';

import { useTexts } from '../core/i18n/useTexts';
import { navigate } from '../core/navigation/router';
import type { Told } from './Host';
import { texts } from './texts';

/** What moderators did about the person, told once and plainly. */
export default function MeasureAlert({ told, onClose }: { told: Told; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Alert
      title={t(`told.${told.measure}`)}
      description={t('told.reason', { reason: told.reason })}
      dismissLabel={t('action.close')}
      actions={[
        { title: t('told.more'), mode: 'default', action: () => navigate('/settings/reports?view=measures') },
        { title: t('action.close'), mode: 'cancel' },
      ]}
      onClosed={onClose}
    />
  );
}
