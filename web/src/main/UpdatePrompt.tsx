import { Snackbar } from '@vkontakte/vkui';
import { useRegisterSW } from 'virtual:pwa-register/react';

import { useT } from '../core/i18n/useT';

/** Offers the new version quietly: nobody loses a half-written message to a reload. */
export default function UpdatePrompt() {
  const t = useT();
  const {
    needRefresh: [waiting, setWaiting],
    updateServiceWorker,
  } = useRegisterSW();
  if (!waiting) return null;
  return (
    <Snackbar
      duration={null}
      action={t('shell.update.action')}
      onActionClick={() => void updateServiceWorker(true)}
      onClosed={() => setWaiting(false)}
    >
      {t('shell.update')}
    </Snackbar>
  );
}
