import { Icon56DownloadOutline } from '@vkontakte/icons';

import { useT } from '../core/i18n/useT';
import styles from './DropOverlay.module.css';

export function DropOverlay() {
  const t = useT();
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <Icon56DownloadOutline aria-hidden="true" />
        {t('compose.drop')}
      </div>
    </div>
  );
}
