import { Icon20DownloadOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import styles from './Confirming.module.css';
import { texts } from './texts';

const FORMATS = ['xlsx', 'csv'] as const;

/** The list to take away, for a spreadsheet. */
export function Export({ path }: { path: string }) {
  const t = useTexts(texts);
  return (
    <div className={styles.exports} role="group" aria-label={t('confirm.export')}>
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="m"
          mode="secondary"
          stretched
          Component="a"
          href={`${path}?format=${format}`}
          download
          before={<Icon20DownloadOutline aria-hidden="true" />}
          aria-label={t('confirm.export.as', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
